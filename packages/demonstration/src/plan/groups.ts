import type { Parcels } from '../survey/parcels.ts';

/** Parcels of a set that hang together over edges. Order follows the set. */
export function groupsOf(parcels: Parcels, set: ReadonlySet<number>): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of set) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group = [start];
    for (let i = 0; i < group.length; i++) {
      const p = group[i]!;
      for (let k = parcels.first[p]!; k < parcels.first[p + 1]!; k++) {
        const q = parcels.neighbour[k]!;
        if (!set.has(q) || seen.has(q)) continue;
        seen.add(q);
        group.push(q);
      }
    }
    groups.push(group);
  }
  return groups;
}
