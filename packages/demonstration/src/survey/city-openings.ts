import type { Geography } from '../ground/geography.ts';
import { Cover, type Ground } from '../ground/ground.ts';
import { type Parcels, touching } from './parcels.ts';
import { codeIndex } from './survey-codes.ts';
import { inIndustryQuarter, townPlace } from './town-land.ts';

/** Blocks inside the county town that are not built over, each surrounded by town and apart from the others. Parcels. */
export interface CityOpenings {
  /** Permanent basic farmland that the boundary leaves out: 天窗 that are there from the beginning. */
  readonly farmland: readonly number[];
  /** Grass that the boundary leaves out at first and takes in lawfully. */
  readonly gap: readonly number[];
  /** Cultivated land within the boundary. */
  readonly fields: readonly number[];
}

const FARMLAND = 2;
const GAPS = 1;
const FIELDS = 1;

/** Chooses the openings, gives them their survey class, and turns some parks into ponds. */
export function openCity(
  ground: Ground,
  geography: Geography,
  parcels: Parcels,
  code: Uint8Array,
): CityOpenings {
  const city = geography.towns[0]!;
  const candidates: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    const f = parcels.mainFace[p]!;
    if (ground.town[f] !== 0 || ground.cover[f] !== Cover.urban || parcels.area[p]! < 4000) continue;
    const place = townPlace(city, true, parcels.x[p]!, parcels.y[p]!);
    if (place.r < 0.35 || place.r > 0.85 || inIndustryQuarter(place)) continue;
    candidates.push(p);
  }
  // Small blocks first: an opening should cost the town little.
  candidates.sort((a, b) => parcels.area[a]! - parcels.area[b]! || a - b);
  const chosen: number[] = [];
  const near = new Set<number>();
  const skip = candidates.length > 150 ? 12 : 0;
  for (const p of [...candidates.slice(skip), ...candidates.slice(0, skip)]) {
    if (chosen.length === FARMLAND + GAPS + FIELDS) break;
    if (near.has(p)) continue;
    const around = touching(ground, parcels, p);
    const enclosed = [...around].every(
      (q) => q >= 0 && ground.town[parcels.mainFace[q]!] === 0 && isLand(ground, parcels, q),
    );
    if (!enclosed) continue;
    chosen.push(p);
    for (const q of around) near.add(q);
  }
  const farmland = chosen.slice(0, FARMLAND);
  const gap = chosen.slice(FARMLAND, FARMLAND + GAPS);
  const fields = chosen.slice(FARMLAND + GAPS);
  for (const p of [...farmland, ...fields]) code[p] = codeIndex('0103');
  for (const p of gap) code[p] = codeIndex('0404');
  makePonds(ground, parcels, code, new Set(chosen));
  return { farmland, gap, fields };
}

function isLand(ground: Ground, parcels: Parcels, p: number): boolean {
  const cover = ground.cover[parcels.mainFace[p]!];
  return cover === Cover.urban || cover === Cover.street;
}

function makePonds(ground: Ground, parcels: Parcels, code: Uint8Array, not: ReadonlySet<number>): void {
  const parks: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    if (ground.town[parcels.mainFace[p]!] === 0 && code[p] === codeIndex('0810') && !not.has(p))
      parks.push(p);
  }
  const wanted = Math.min(3, Math.floor(parks.length / 4));
  for (let k = 0; k < wanted; k++)
    code[parks[Math.floor(((k + 0.5) * parks.length) / wanted)]!] = codeIndex('1104');
}
