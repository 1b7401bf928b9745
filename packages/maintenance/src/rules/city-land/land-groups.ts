import { isConstructionGroup, landUseClasses, landUseGroup, textAt } from '@tuheng/standard';
import type { PlannedLand } from './planned-land.ts';

/** Rows of 空间功能结构调整表 as the central city needs them. */
export type GroupRow =
  | '城镇用地'
  | '村庄建设用地'
  | '区域基础设施用地'
  | '其他建设用地'
  | '耕地、园地、林地、草地'
  | '湿地'
  | '农业设施建设用地'
  | '陆地水域'
  | '用海'
  | '其他土地'
  | '建设用地（归组不明）'
  | '无法归组';

export const groupRows: readonly GroupRow[] = [
  '城镇用地',
  '村庄建设用地',
  '区域基础设施用地',
  '其他建设用地',
  '建设用地（归组不明）',
  '耕地、园地、林地、草地',
  '湿地',
  '农业设施建设用地',
  '陆地水域',
  '用海',
  '其他土地',
  '无法归组',
];

const titles = {
  agricultural: '耕地、园地、林地、草地',
  agriculturalFacilities: '农业设施建设用地',
  wetland: '湿地',
  town: '城镇用地',
  village: '村庄建设用地',
  infrastructure: '区域基础设施用地',
  otherConstruction: '其他建设用地',
  water: '陆地水域',
  sea: '用海',
  otherLand: '其他土地',
} as const;

/**
 * Whether a class of 2023 is 建设用地 by §4.4; undefined where the code is no class, or has both kinds under it. A coarse code (10, 12,
 * 13) is construction where all below it are, though the group is open.
 */
export function isConstructionClass(code: string): boolean | undefined {
  const known = constructionKnown.get(code);
  if (known !== undefined || constructionKnown.has(code)) return known;
  const own = landUseGroup(code, 2023);
  const below = own
    ? [own]
    : landUseClasses(2023)
        .filter((one) => code !== '' && one.code.startsWith(code) && one.code !== code)
        .flatMap((one) => landUseGroup(one.code, 2023) ?? []);
  const kinds = new Set(below.map(({ group }) => isConstructionGroup(group)));
  const answer = kinds.size === 1 ? [...kinds][0] : undefined;
  constructionKnown.set(code, answer);
  return answer;
}

const constructionKnown = new Map<string, boolean | undefined>();

/**
 * The row a feature is counted in. What may be town or village is told by CZCSX (20: village), and is town where that says nothing: the
 * layer is that of the central city.
 */
export function groupRow({ working }: PlannedLand, code: string, f: number): GroupRow {
  const group = landUseGroup(code, 2023)?.group;
  if (group === 'townOrVillage')
    return textAt(working.layer, 'CZCSX', f)?.trim() === '20' ? '村庄建设用地' : '城镇用地';
  if (group) return titles[group];
  return isConstructionClass(code) ? '建设用地（归组不明）' : '无法归组';
}
