import { concatPolygons, featureCount, type Polygons, selectFeatures } from '@tuheng/geometry';
import { splitNoise } from '../../noise.ts';
import type { Evidence, Parameter } from '../../review.ts';
import type { Judgement, Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { LAND, onPlannedLand, type PlannedLand } from '../city-land/planned-land.ts';
import { scheme } from '../documents.ts';
import { blueLine, onLine } from './city-line.ts';

const { layer, name, basis } = blueLine;
const ID = 'blue.connectivity';
const WATER = '17';

/** No source names a distance; 10 m spans a culvert under a street. */
const gap: Parameter = {
  name: 'gap',
  title: '水系连通判定间距',
  value: 10,
  unit: 'm',
  source: '本项目建议（水系连通的判定间距未核实）',
  confidence: 'suggestion',
};

/** The water of one side: patches, and which of them hang together. */
interface Water {
  readonly patches: Polygons;
  /** Component of each patch. */
  readonly component: Uint32Array;
  readonly components: number;
}

/** 格局不改变，城市水系安全: the water network of the central city does not fall into more parts. */
export const blueConnectivity: Rule = {
  id: ID,
  title: '城市水系连通不改变',
  chapter: 'cityLines',
  algorithm:
    `水系 = ${name}（${layer}）∪ 中心城区规划用地用海（${LAND}）中的陆地水域（17），融合成连片，间距不超过“水系连通判定间距”的连片属同一连通分量。维护后分量个数 ≤ 备案，且没有一个备案分量的水面（扣除噪声）在维护后分属两个以上分量，为通过；否则不通过。` +
    `没有规划用地用海时只按${name}判断，可以不通过而不能通过。缺图层为证据不足；两版都没有${name}图斑为不适用。`,
  layers: [layer, LAND],
  basis: [...basis, scheme('三（四）城市蓝线：确保城市水系安全')],
  parameters: [gap],
  judge: (context) =>
    onLine(context, blueLine, '个', () => {
      const distance = Number(context.parameter(ID, gap).value);
      if (!context.layer('filed', LAND) && !context.layer('maintained', LAND)) {
        const judgement = judgeWater(context, distance);
        const reason = `两版数据库都没有中心城区规划用地用海图层（${LAND}），只按${name}判断`;
        return judgement.outcome === 'pass'
          ? { ...judgement, outcome: 'undetermined', reasons: [reason] }
          : judgement;
      }
      return onPlannedLand(context, '个', (land) => judgeWater(context, distance, land));
    }),
};

function judgeWater(
  context: RuleContext,
  distance: number,
  land?: Readonly<Record<Side, PlannedLand>>,
): Judgement {
  const before = waterOf(context, 'filed', distance, land?.filed);
  const after = waterOf(context, 'maintained', distance, land?.maintained);
  const { successors, kept } = followed(context, before, after);
  const cut = [...successors].filter(([, parts]) => parts.size > 1).map(([component]) => component);
  const isMore = after.components > before.components;
  const fails = cut.length > 0 || isMore;
  const told = [
    ...(cut.length > 0 ? [`有 ${cut.length} 个原本连通的水系被分割`] : []),
    ...(isMore ? ['连通分量增加'] : []),
  ];
  return {
    outcome: fails ? 'fail' : 'pass',
    measure: { before: before.components, after: after.components, limit: before.components, unit: '个' },
    explanation:
      `中心城区水系（${name}与规划陆地水域，间距 ${distance} m 内视为连通）由 ${before.components} 个连通分量变为 ${after.components} 个，` +
      `${fails ? told.join('，') : '没有水系被分割'}。`,
    evidence: fails ? [...cuts(context, before, after, cut), ...isolated(context, after, kept)] : [],
  };
}

function waterOf(context: RuleContext, side: Side, distance: number, land: PlannedLand | undefined): Water {
  const line = context.patches(side, layer)!.polygons;
  const rows = land ? [...land.codes.keys()].filter((f) => land.codes[f]!.startsWith(WATER)) : [];
  const planned = land ? [selectFeatures(land.working.polygons, rows)] : [];
  const patches = context.overlay.dissolve(concatPolygons([line, ...planned]));
  const component = context.overlay.clusters(patches, distance);
  return { patches, component, components: new Set(component).size };
}

/** For each filed component the components in which its water is now, and the maintained ones that have any filed water. */
function followed(
  context: RuleContext,
  before: Water,
  after: Water,
): { readonly successors: ReadonlyMap<number, ReadonlySet<number>>; readonly kept: ReadonlySet<number> } {
  const { left, right, values } = context.overlay.shares(before.patches, after.patches, [
    context.measure.ofFragments,
  ]);
  const successors = new Map<number, Set<number>>();
  const kept = new Set<number>();
  for (const [k, patch] of left.entries()) {
    if (values[0]![k]! < context.tolerance.sliverArea) continue;
    const component = before.component[patch]!;
    const now = after.component[right[k]!]!;
    successors.set(component, (successors.get(component) ?? new Set()).add(now));
    kept.add(now);
  }
  return { successors, kept };
}

/** Water that is gone from the components that were cut: there the connection was. */
function cuts(context: RuleContext, before: Water, after: Water, cut: readonly number[]): Evidence[] {
  const rows = [...before.component.keys()].filter((patch) => cut.includes(before.component[patch]!));
  const torn = selectFeatures(before.patches, rows);
  const { real } = splitNoise(context.overlay.subtract(torn, after.patches), context.tolerance);
  const pieces = featureCount(real.polygons) > 0 ? real.polygons : torn;
  return Array.from({ length: featureCount(pieces) }, (_, k) =>
    context.evidence(pieces, k, { code: layer, side: 'filed', label: '水系被分割处：不再是水面' }),
  );
}

/** Water that has no connection to any that was there. */
function isolated(context: RuleContext, after: Water, kept: ReadonlySet<number>): Evidence[] {
  return [...after.component.keys()]
    .filter((patch) => !kept.has(after.component[patch]!))
    .map((patch) =>
      context.evidence(after.patches, patch, {
        code: layer,
        side: 'maintained',
        label: '新增的孤立水面',
      }),
    );
}
