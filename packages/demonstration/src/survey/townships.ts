import type { Geography } from '../ground/geography.ts';
import type { Ground } from '../ground/ground.ts';
import type { Parcels } from './parcels.ts';

/** Every parcel belongs to the nearest town, by blocks, so that boundaries follow roads and canals; each township hangs together. */
export function townships(ground: Ground, geography: Geography, parcels: Parcels): Uint8Array {
  const sumX = new Float64Array(ground.blockCount);
  const sumY = new Float64Array(ground.blockCount);
  const members = new Float64Array(ground.blockCount);
  for (let p = 0; p < parcels.count; p++) {
    const block = ground.block[parcels.mainFace[p]!]!;
    if (block < 0) continue;
    sumX[block] = sumX[block]! + parcels.x[p]!;
    sumY[block] = sumY[block]! + parcels.y[p]!;
    members[block] = members[block]! + 1;
  }
  const township = new Uint8Array(parcels.count);
  for (let p = 0; p < parcels.count; p++) {
    const f = parcels.mainFace[p]!;
    const block = ground.block[f]!;
    const town = ground.town[f]!;
    const [x, y] =
      block < 0
        ? [parcels.x[p]!, parcels.y[p]!]
        : [sumX[block]! / members[block]!, sumY[block]! / members[block]!];
    township[p] = town >= 0 ? town : nearestTown(geography, x, y);
  }
  joinStrays(parcels, township);
  return township;
}

function nearestTown({ towns }: Geography, x: number, y: number): number {
  let best = 0;
  let least = Infinity;
  for (const [k, { centre }] of towns.entries()) {
    const distance = Math.hypot(centre[0] - x, centre[1] - y) / (k === 0 ? 1.15 : 1);
    if (distance < least) {
      least = distance;
      best = k;
    }
  }
  return best;
}

/** Parts cut off from the main part of their township go to the township they share the longest boundary with. */
function joinStrays(parcels: Parcels, township: Uint8Array): void {
  for (let round = 0; round < 12; round++) {
    const part = new Int32Array(parcels.count).fill(-1);
    const sizes: number[] = [];
    const largest = new Map<number, number>();
    const stack: number[] = [];
    for (let p = 0; p < parcels.count; p++) {
      if (part[p] !== -1) continue;
      const id = sizes.length;
      let area = 0;
      part[p] = id;
      stack.push(p);
      while (stack.length > 0) {
        const q = stack.pop()!;
        area += parcels.area[q]!;
        for (let k = parcels.first[q]!; k < parcels.first[q + 1]!; k++) {
          const r = parcels.neighbour[k]!;
          if (part[r] !== -1 || township[r] !== township[p]) continue;
          part[r] = id;
          stack.push(r);
        }
      }
      sizes.push(area);
      const most = largest.get(township[p]!);
      if (most === undefined || area > sizes[most]!) largest.set(township[p]!, id);
    }
    const border = new Map<number, Map<number, number>>();
    for (let p = 0; p < parcels.count; p++) {
      if (largest.get(township[p]!) === part[p]) continue;
      const row = border.get(part[p]!) ?? new Map<number, number>();
      border.set(part[p]!, row);
      for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
        const other = township[parcels.neighbour[k]!]!;
        if (other !== township[p]) row.set(other, (row.get(other) ?? 0) + parcels.shared[k]!);
      }
    }
    if (border.size === 0) return;
    for (let p = 0; p < parcels.count; p++) {
      const row = border.get(part[p]!);
      if (!row || row.size === 0) continue;
      township[p] = [...row].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    }
  }
}
