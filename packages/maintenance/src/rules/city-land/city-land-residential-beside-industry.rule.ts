import { concatPolygons, selectFeatures } from '@tuheng/geometry';
import type { Evidence, Parameter } from '../../review.ts';
import { type Judgement, noMeasure, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { scheme } from '../documents.ts';
import { NearFeatures } from './near-features.ts';
import {
  classTitle,
  editionDoubts,
  isUnder,
  LAND,
  type Maintained,
  onPlannedLand,
  type PlannedLand,
} from './planned-land.ts';

const distance: Parameter = {
  name: 'distance',
  title: '居住用地与污染型工业、仓储用地的提示距离',
  value: 100,
  unit: 'm',
  source: '本项目建议（卫生防护距离按行业和环评确定，未核实）',
  confidence: 'suggestion',
};

/** 三类工业用地、三类物流仓储用地 and the coarser classes that may hide them, where the plan goes no deeper. */
const families = [
  { third: '100103', coarse: ['1001', '10'] },
  { third: '110103', coarse: ['1101', '11'] },
] as const;

type Pollution = 'third' | 'unclear' | 'none';

/** New ground that lies near what it should not, with the features it lies near. */
interface Neighbourhood {
  readonly evidence: Evidence;
  readonly unclear: boolean;
}

/**
 * 居住用地与污染型工业相邻, a hint: residential land (07) that is new and lies within `distance` (plane metres, outline to outline) of
 * class-3 industry or warehouses, and such industry that is new within it of residential land. Where the plan codes no third level of
 * the family, its coarser class may be class 3 and is taken into account, and said. Found: undetermined; what was there before is
 * only counted.
 */
export const cityLandResidentialBesideIndustry: Rule = {
  id: 'city-land.residential-beside-industry',
  title: '新增居住用地与污染型工业用地相邻提示',
  chapter: 'cityLand',
  algorithm:
    '维护后居住用地（07）与三类工业用地（100103）、三类物流仓储用地（110103）的外廓平面距离不大于“提示距离”，且居住一方或工业一方是本次由其他用地改来的（叠加图块，扣除噪声），即列出，须人工核对防护距离：证据不足。规划没有把工业、物流编到三级时，1001（10）、1101（11）不知属于几类，一并按可能为三类提示。没有这样的相邻为通过；维护前已相邻的只计数；两版都没有居住用地或没有这类工业仓储用地、没有 ZXCQGHYDYH 时不适用。本条只作提示，不会不通过。',
  layers: [LAND],
  basis: [scheme('四 3：优化居住、商业、产业用地比例，生态宜居')],
  parameters: [distance],
  judge: (context) => onPlannedLand(context, '宗', (land) => judge(context, land)),
};

function judge(context: RuleContext, land: Maintained): Judgement {
  const metres = Number(context.parameter(cityLandResidentialBesideIndustry.id, distance).value);
  const pollution = pollutionOf(land);
  const isHome = (code: string): boolean => isUnder(code, ['07']);
  const isIndustry = (code: string): boolean => pollution(code) !== 'none';
  const sides: readonly Side[] = ['filed', 'maintained'];
  if (!sides.some((side) => land[side].codes.some(isHome) && land[side].codes.some(isIndustry))) {
    return {
      outcome: 'notApplicable',
      measure: noMeasure('宗'),
      explanation:
        '中心城区没有居住用地，或没有三类工业、三类物流仓储用地（含未编到三级的工业、物流用地），不涉及。',
    };
  }
  const { maintained } = land;
  const homes = rowsOf(maintained, isHome);
  const industry = rowsOf(maintained, isIndustry);
  const found = [
    ...beside(context, land, metres, {
      isNew: (from, to) => isHome(to) && !isHome(from),
      others: industry,
      name: '新增居住用地',
      unclear: (_, other) => pollution(other) === 'unclear',
    }),
    ...beside(context, land, metres, {
      isNew: (from, to) =>
        isIndustry(to) && (!isIndustry(from) || (pollution(to) === 'third' && pollution(from) !== 'third')),
      others: homes,
      name: '新增工业、物流仓储用地',
      unclear: (own) => pollution(own) === 'unclear',
    }),
  ];
  const counts = sides.map((side) => nearHomes(context, land[side], metres, isHome, isIndustry));
  const unclear = found.filter((one) => one.unclear).length;
  const doubts = editionDoubts(land, (code) => `${isHome(code)} ${pollution(code)}`);
  const reasons = [
    ...(found.length > 0
      ? [
          `${found.length} 处新增用地使居住与污染型工业、物流仓储用地相距不足 ${metres} m，请核对卫生防护距离和环评要求`,
        ]
      : []),
    ...(unclear > 0 ? [`其中 ${unclear} 处对方用地没有编到三级类，不知是否三类工业或三类物流仓储`] : []),
    ...doubts,
  ];
  return {
    outcome: reasons.length > 0 ? 'undetermined' : 'pass',
    ...(reasons.length > 0 ? { reasons } : {}),
    measure: { before: counts[0]!, after: counts[1]!, limit: null, unit: '宗' },
    explanation:
      `与三类工业、三类物流仓储用地相距不超过 ${metres} m 的居住用地，备案 ${counts[0]} 宗，维护后 ${counts[1]} 宗；` +
      `${found.length > 0 ? `本次新增的相邻 ${found.length} 处${unclear > 0 ? `，其中 ${unclear} 处对方未编到三级类` : ''}，须人工核对` : '本次没有新增相邻'}。维护前已相邻的不在本条判定。`,
    details: [
      {
        label: '本次新增的相邻',
        measure: { before: null, after: found.length, limit: 0, unit: '处' },
      },
    ],
    evidence: found.map(({ evidence }) => evidence),
  };
}

/** Whether a class is class 3, may be, or is not. A coarse class of a family counts where the plan codes no third level of it. */
function pollutionOf({ filed, maintained }: Maintained): (code: string) => Pollution {
  const codes = [...filed.codes, ...maintained.codes];
  const third = new Set<string>(families.map((family) => family.third));
  const coarse = new Set(
    families
      .filter(({ coarse: [family] }) => !codes.some((code) => code.length === 6 && code.startsWith(family)))
      .flatMap((family) => family.coarse),
  );
  return (code) => (third.has(code) ? 'third' : coarse.has(code as never) ? 'unclear' : 'none');
}

const rowsOf = (of: PlannedLand, wanted: (code: string) => boolean): number[] =>
  [...of.codes.keys()].filter((f) => wanted(of.codes[f]!));

/** New ground of one kind that lies near features of the other. */
function beside(
  context: RuleContext,
  land: Maintained,
  metres: number,
  of: {
    readonly isNew: (from: string, to: string) => boolean;
    readonly others: readonly number[];
    readonly name: string;
    readonly unclear: (own: string, other: string) => boolean;
  },
): Neighbourhood[] {
  const { change, changes, maintained } = land;
  const rows = changes.rows.filter(({ from, to }) => of.isNew(from, to));
  const added = [...change.transferIn.left.keys()].filter((k) =>
    of.isNew('', maintained.codes[change.transferIn.left[k]!]!),
  );
  if (rows.length + added.length === 0 || of.others.length === 0) return [];
  const ground = concatPolygons([
    selectFeatures(
      changes.polygons,
      rows.map(({ piece }) => piece),
    ),
    selectFeatures(change.transferIn.polygons, added),
  ]);
  const owners = [
    ...rows.map(({ maintainedRow }) => maintainedRow),
    ...added.map((k) => change.transferIn.left[k]!),
  ];
  const near = new NearFeatures(
    context.overlay,
    selectFeatures(maintained.working.polygons, of.others),
    metres,
  );
  return owners.flatMap((owner, k): Neighbourhood[] => {
    const others = near.of(ground, k).map((g) => of.others[g]!);
    if (others.length === 0) return [];
    const own = maintained.codes[owner]!;
    const kinds = [...new Set(others.map((other) => maintained.codes[other]!))].sort();
    return [
      {
        unclear: kinds.every((other) => of.unclear(own, other)),
        evidence: context.evidence(ground, k, {
          code: LAND,
          side: 'change',
          label: `${of.name}（${classTitle(own)}）与 ${others.length} 宗${kinds.map(classTitle).join('、')}相距不超过 ${metres} m`,
          owner: maintained.working.layer,
          row: owner,
        }),
      },
    ];
  });
}

/** How many residential features lie near polluting ones. */
function nearHomes(
  context: RuleContext,
  of: PlannedLand,
  metres: number,
  isHome: (code: string) => boolean,
  isIndustry: (code: string) => boolean,
): number {
  const { polygons } = of.working;
  const near = new NearFeatures(context.overlay, selectFeatures(polygons, rowsOf(of, isIndustry)), metres);
  return rowsOf(of, isHome).filter((f) => near.any(polygons, f)).length;
}
