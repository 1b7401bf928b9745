import type { Provenance } from '../provenance.ts';
import { landUseClass, type SchemeYear, toScheme2023 } from './land-use.ts';

/** What the classes are counted as in 空间功能结构调整表. `townOrVillage`: the class alone does not tell which of the two. */
export type LandUseGroup =
  | 'agricultural'
  | 'agriculturalFacilities'
  | 'wetland'
  | 'town'
  | 'village'
  | 'townOrVillage'
  | 'infrastructure'
  | 'otherConstruction'
  | 'water'
  | 'sea'
  | 'otherLand';

export interface GroupedLandUse extends Provenance {
  readonly group: LandUseGroup;
}

const found = { source: 'standards.md §4.4 [CCT]', confidence: 'found' } as const;
/** Rows whose numbers of 2023 were worked out from those of 2020. */
const derived = { source: 'standards.md §4.4', confidence: 'derived' } as const;

function grouped(group: LandUseGroup, provenance: Provenance, codes: string): [string, GroupedLandUse][] {
  return codes.split(' ').map((code) => [code, { group, ...provenance }]);
}

/** By class of 2023, the finer before the coarser; a class that stands nowhere has classes of several groups under it. */
const groups = new Map<string, GroupedLandUse>([
  ...grouped('agricultural', found, '01 02 03 04'),
  ...grouped('wetland', found, '05'),
  ...grouped('agriculturalFacilities', found, '06'),
  ...grouped('town', found, '0701 0702'),
  ...grouped('village', found, '0703 0704'),
  ...grouped('townOrVillage', found, '07 08 09 1001 11 1208 1209 14 16'),
  ...grouped('townOrVillage', found, '1301 1302 1303 1304 1305 1306 1307 1308 1309 1310'),
  ...grouped('townOrVillage', derived, '1207 1312'),
  ...grouped('village', found, '2301'),
  ...grouped('infrastructure', found, '1201 1202 1203 1204 1205 1206'),
  ...grouped('infrastructure', derived, '1311'),
  ...grouped('otherConstruction', found, '15 1002 1003'),
  ...grouped('water', found, '17'),
  ...grouped('sea', found, '18 19 20 21 22 24'),
  ...grouped('otherLand', found, '2302 2303 2304 2305 2306 2307'),
]);

/** The group of a normalised code in the given edition, or undefined where it is no class or spans several groups (10, 12, 13, 23). */
export function landUseGroup(code: string, year: SchemeYear): GroupedLandUse | undefined {
  if (!landUseClass(code, year)) return undefined;
  const code2023 = year === 2020 ? toScheme2023(code) : code;
  for (let known = code2023 ?? ''; known.length >= 2; known = known.slice(0, -2)) {
    const group = groups.get(known);
    if (group) return group;
  }
  return undefined;
}

/** Whether the group is 建设用地 in the sense of the table: 06 is not, though its name says 建设用地. */
export function isConstructionGroup(group: LandUseGroup): boolean {
  return ['town', 'village', 'townOrVillage', 'infrastructure', 'otherConstruction'].includes(group);
}
