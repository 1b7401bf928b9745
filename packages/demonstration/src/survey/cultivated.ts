import { CULTIVATED_AREA } from '../ground/county-figures.ts';
import type { DistanceGrid } from '../ground/distance-grid.ts';
import type { Geography } from '../ground/geography.ts';
import { Cover, type Ground } from '../ground/ground.ts';
import { noiseField } from '../noise.ts';
import { chance } from '../random.ts';
import type { Parcels } from './parcels.ts';
import { codeIndex, isCultivatedIndex, type SurveyCode } from './survey-codes.ts';

const PADDY_SHARE = 277601.44 / 655612.9;
const IRRIGATED_AREA = 289.15e4;

/** Turns patches of farmland into wood, grass and ponds until cultivated land has the area of the scheme. */
export function balanceCultivated(
  ground: Ground,
  parcels: Parcels,
  code: Uint8Array,
  seed: number,
  toHills: DistanceGrid,
  toRiver: DistanceGrid,
): void {
  const patch = noiseField(seed + 51, 2400, 3);
  const broad = noiseField(seed + 52, 14_000, 2);
  let excess = -CULTIVATED_AREA;
  const score = new Float64Array(parcels.count).fill(Number.NaN);
  const candidates: number[] = [];
  for (let p = 0; p < parcels.count; p++) {
    if (!isCultivatedIndex(code[p]!)) continue;
    excess += parcels.area[p]!;
    const f = parcels.mainFace[p]!;
    if (ground.cover[f] !== Cover.field && ground.cover[f] !== Cover.meadow) continue;
    const [x, y] = [parcels.x[p]!, parcels.y[p]!];
    const near = Math.max(0, 1 - toHills.at(x, y) / 4000) + 0.8 * Math.max(0, 1 - toRiver.at(x, y) / 2600);
    score[p] = patch(x, y) + 0.5 * broad(x, y) + 0.7 * near + 0.25 * chance(seed + 13, p);
    candidates.push(p);
  }
  candidates.sort((a, b) => score[b]! - score[a]! || a - b);
  for (const p of candidates) {
    if (excess <= parcels.area[p]! / 2) {
      if (excess <= 0) break;
      continue;
    }
    excess -= parcels.area[p]!;
    const roll = chance(seed + 14, ground.block[parcels.mainFace[p]!]!) * 0.7 + 0.3 * chance(seed + 15, p);
    const hill = toHills.at(parcels.x[p]!, parcels.y[p]!) < 3500;
    const kind: SurveyCode = hill
      ? roll < 0.7
        ? '0301'
        : '0404'
      : roll < 0.3
        ? '0301'
        : roll < 0.62
          ? '0404'
          : roll < 0.72
            ? '0307'
            : roll < 0.8
              ? '0201'
              : roll < 0.9
                ? '1104'
                : '0402';
    code[p] = codeIndex(kind);
  }
}

/** The lower land along the waters is 水田, a little land near the county town 水浇地, the rest 旱地. */
export function paddies(
  ground: Ground,
  geography: Geography,
  parcels: Parcels,
  code: Uint8Array,
  seed: number,
  toWater: DistanceGrid,
): void {
  const low = noiseField(seed + 61, 11_000, 3);
  const score = new Float64Array(parcels.count);
  const fields: number[] = [];
  const city = geography.towns[0]!.centre;
  let total = 0;
  for (let p = 0; p < parcels.count; p++) {
    if (!isCultivatedIndex(code[p]!)) continue;
    const [x, y] = [parcels.x[p]!, parcels.y[p]!];
    total += parcels.area[p]!;
    score[p] =
      1.1 * low(x, y) -
      toWater.at(x, y) / 7000 +
      0.12 * chance(seed + 16, ground.block[parcels.mainFace[p]!]!);
    fields.push(p);
  }
  fields.sort((a, b) => score[b]! - score[a]! || a - b);
  let paddy = PADDY_SHARE * total;
  let irrigated = IRRIGATED_AREA;
  for (const p of fields) {
    if (paddy <= 0) break;
    paddy -= parcels.area[p]!;
    code[p] = codeIndex('0101');
  }
  const distance = (p: number): number => Math.hypot(parcels.x[p]! - city[0], parcels.y[p]! - city[1]);
  const dry = fields.filter((p) => code[p] === codeIndex('0103') && ground.town[parcels.mainFace[p]!]! < 0);
  const near = dry.filter((p) => distance(p) < 9000).sort((a, b) => distance(a) - distance(b) || a - b);
  for (const p of near) {
    if (parcels.area[p]! > irrigated) continue;
    irrigated -= parcels.area[p]!;
    code[p] = codeIndex('0102');
  }
}

/** 耕地等别 by soil, a noise field, worse towards the hills; 坡度级别 by the hills' distance. */
export function quality(
  ground: Ground,
  parcels: Parcels,
  code: Uint8Array,
  seed: number,
  toHills: DistanceGrid,
) {
  const soil = noiseField(seed + 71, 19_000, 3);
  const grade = new Uint8Array(parcels.count);
  const slope = new Uint8Array(parcels.count);
  for (let p = 0; p < parcels.count; p++) {
    if (!isCultivatedIndex(code[p]!)) continue;
    const [x, y] = [parcels.x[p]!, parcels.y[p]!];
    const hill = toHills.at(x, y);
    const block = ground.block[parcels.mainFace[p]!]!;
    const value =
      9 + 3.2 * soil(x, y) + Math.max(0, 1.5 - hill / 3000) + 1.4 * (chance(seed + 17, block) - 0.5);
    grade[p] = Math.max(4, Math.min(14, Math.round(value)));
    slope[p] = hill < 900 ? 3 : hill < 3200 ? 2 : 1;
  }
  return { grade, slope };
}
