import { landUseClass } from '@tuheng/standard';
import type { VerdictTable } from '../../review.ts';
import { groupRow, groupRows } from './land-groups.ts';
import { areasBy, classTitle, type Maintained, type PlannedLand } from './planned-land.ts';

type Sums = ReadonlyMap<string, number>;

/**
 * 用地结构表 before and after: by level-1 class, by level-2 class and by the groups of 空间功能结构调整表, each with area (m²), share (%)
 * and, where the population is known, m² a head.
 *
 * @param population people; the same planned population before and after
 */
export function structureTables(land: Maintained, population: number | undefined): VerdictTable[] {
  const { filed, maintained } = land;
  const byLevel = (digits: number) => (of: PlannedLand) => areasBy(of, (code) => code.slice(0, digits));
  const byGroup = (of: PlannedLand) => areasBy(of, (code, f) => groupRow(of, code, f));
  const table = (title: string, sums: (of: PlannedLand) => Sums, order: Order, note: string) =>
    structureTable(title, sums(filed), sums(maintained), order, population, note);
  return [
    table(
      '中心城区用地结构（一级类）',
      byLevel(2),
      codesInOrder,
      '一级类合计不等于建设用地，规模按归组表计算。',
    ),
    table('中心城区用地结构（二级类）', byLevel(4), codesInOrder, '只编到一级的图斑列在一级类名下。'),
    table(
      '中心城区空间功能结构（按归组）',
      byGroup,
      (keys) => groupRows.filter((row) => keys.has(row)).map((row) => ({ key: row, title: row })),
      '归组见 docs/sources.md §4.4；城镇、村庄两可的用地按 CZCSX 分列，未填的计入城镇用地。06 农业设施建设用地不是建设用地。',
    ),
  ];
}

type Order = (keys: ReadonlySet<string>) => readonly { readonly key: string; readonly title: string }[];

const codesInOrder: Order = (keys) => [...keys].sort().map((key) => ({ key, title: classTitle(key) }));

function structureTable(
  title: string,
  before: Sums,
  after: Sums,
  order: Order,
  population: number | undefined,
  note: string,
): VerdictTable {
  const total = (sums: Sums): number => [...sums.values()].reduce((sum, area) => sum + area, 0);
  const whole = { before: total(before), after: total(after) };
  const share = (area: number, of: number): number | null => (of === 0 ? null : (area / of) * 100);
  const head = (area: number): number | null => (population === undefined ? null : area / population);
  const row = (name: string, old: number, now: number) => [
    name,
    old,
    share(old, whole.before),
    head(old),
    now,
    share(now, whole.after),
    head(now),
    now - old,
  ];
  return {
    title,
    columns: [
      { title: '用地', unit: '' },
      { title: '备案面积', unit: 'm²' },
      { title: '备案占比', unit: '%' },
      { title: '备案人均', unit: 'm²/人' },
      { title: '维护后面积', unit: 'm²' },
      { title: '维护后占比', unit: '%' },
      { title: '维护后人均', unit: 'm²/人' },
      { title: '增减', unit: 'm²' },
    ],
    rows: [
      ...order(new Set([...before.keys(), ...after.keys()])).map(({ key, title: name }) =>
        row(name, before.get(key) ?? 0, after.get(key) ?? 0),
      ),
      row('合计', whole.before, whole.after),
    ],
    note: population === undefined ? `${note}未提供中心城区规划人口，人均未计算。` : note,
  };
}

/** Title of a class for a table of its own level: `0804 教育用地`, or the level-1 class where the file is no finer. */
export function levelTwoTitle(code: string): string {
  return landUseClass(code, 2023)?.level === 1 ? `${classTitle(code)}（未细分）` : classTitle(code);
}
