import { featureCount } from '@tuheng/geometry';
import { isNoise, splitNoise } from '../../noise.ts';
import type { Parameter } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { optimisationStandard, scheme } from '../documents.ts';

const definition: Parameter = {
  name: 'definition',
  title: '“天窗”的认定',
  value: '城镇开发边界内的空洞',
  unit: '',
  source: 'docs/sources.md §5.2（“天窗”定义未核实）',
  confidence: 'memory-medium',
};

interface Holes {
  readonly count: number;
  readonly noise: number;
  /** Holes with permanent basic farmland inside, and how much, m². */
  readonly farmland: ReadonlyMap<number, number>;
}

/**
 * 天窗: interior rings of the dissolved boundary, and which of them hold permanent basic farmland (more than noise). Neither
 * number may grow. Holes below the tolerance are counted with the others and named.
 */
export const udbHoles: Rule = {
  id: 'udb.holes',
  title: '城镇开发边界“天窗”不增加',
  chapter: 'lines',
  algorithm:
    '城镇开发边界融合后的空洞为天窗。维护后空洞的个数、其中含永久基本农田（扣除噪声）的空洞的个数均不多于备案；小于容差的空洞照计并注明。',
  layers: ['CZKFBJ', 'YJJBNTBHTB'],
  basis: [scheme('二（二）2；四 1'), optimisationStandard],
  parameters: [definition],
  judge(context) {
    const before = holes(context, 'filed');
    const after = holes(context, 'maintained');
    if (!before || !after) return missing('个', '缺少备案或维护后的城镇开发边界图层（CZKFBJ）');
    const farmlandKnown = context.layer('filed', 'YJJBNTBHTB') && context.layer('maintained', 'YJJBNTBHTB');
    const more = after.count > before.count;
    const moreFarmland = after.farmland.size > before.farmland.size;
    const farmlandArea = [...after.farmland.values()].reduce((sum, area) => sum + area, 0);
    return {
      outcome: more || moreFarmland ? 'fail' : farmlandKnown ? 'pass' : 'undetermined',
      ...(farmlandKnown || more
        ? {}
        : { reasons: ['缺少永久基本农田图层，不能判断空洞内是否有永久基本农田'] }),
      measure: { before: before.count, after: after.count, limit: before.count, unit: '个' },
      explanation:
        `边界内空洞由 ${before.count} 个变为 ${after.count} 个，` +
        `其中含永久基本农田的由 ${before.farmland.size} 个变为 ${after.farmland.size} 个（维护后所含 ${hectares(farmlandArea)}）；` +
        `维护后的空洞中有 ${after.noise} 个小于容差，多为边线不重合的缝隙。`,
      details: [
        {
          label: '含永久基本农田的空洞',
          measure: {
            before: before.farmland.size,
            after: after.farmland.size,
            limit: before.farmland.size,
            unit: '个',
          },
        },
      ],
      evidence: more || moreFarmland ? newHoles(context, after) : [],
    };
  },
};

function holes(context: RuleContext, side: Side): Holes | undefined {
  const patches = context.patches(side, 'CZKFBJ');
  if (!patches) return undefined;
  const count = featureCount(patches.holes);
  let noise = 0;
  for (let h = 0; h < count; h++) if (isNoise(patches.holes, h, context.tolerance)) noise++;
  const farmland = new Map<number, number>();
  const protectedLand = context.layer(side, 'YJJBNTBHTB');
  if (protectedLand) {
    const inside = splitNoise(
      context.overlay.intersect(patches.holes, protectedLand.polygons),
      context.tolerance,
    ).real;
    for (const [k, h] of inside.left.entries()) {
      farmland.set(h, (farmland.get(h) ?? 0) + context.measure.ellipsoid(inside.polygons, k));
    }
  }
  return { count, noise, farmland };
}

/** Holes of B that lie, beyond noise, on ground that was inside the boundary of A, or are new in another way. */
function newHoles(context: RuleContext, after: Holes) {
  const before = context.patches('filed', 'CZKFBJ')!;
  const polygons = context.patches('maintained', 'CZKFBJ')!.holes;
  const fresh = new Set(context.overlay.subtract(polygons, before.holes).left);
  return [...fresh].map((h) =>
    context.evidence(polygons, h, {
      code: 'CZKFBJ',
      side: 'maintained',
      label: after.farmland.has(h) ? '新的空洞，内有永久基本农田' : '新的空洞',
    }),
  );
}
