import { featureCount } from '@tuheng/geometry';
import type { Basis, Parameter } from '../review.ts';
import { missing, type Rule } from '../rule.ts';
import type { Patches } from '../rule-context.ts';
import { hectares } from '../wording.ts';

/** The official threshold is not known (standards.md §11.1): 400 m² is what an older quality engine calls 碎面 at 1:10,000. */
const minimumArea: Parameter = {
  name: 'minimumArea',
  title: '碎图斑面积上限',
  value: 400,
  unit: 'm²',
  source: '土规质检引擎 1:10,000 碎面 400 m²（docs/sources.md §3.3）；正向优化标准的碎图斑阈值未核实',
  confidence: 'suggestion',
};

/**
 * A rule that fragments do not increase: patches (connected ground of the layer, dissolved) smaller than `minimumArea`
 * (ellipsoid, m²) are counted before and after; neither their number nor their area may grow.
 */
export function fragmentsRule(parts: {
  id: string;
  title: string;
  algorithm: string;
  layer: string;
  name: string;
  basis: readonly Basis[];
}): Rule {
  return {
    id: parts.id,
    title: parts.title,
    chapter: 'lines',
    algorithm: parts.algorithm,
    layers: [parts.layer],
    basis: parts.basis,
    parameters: [minimumArea],
    judge(context) {
      const filed = context.patches('filed', parts.layer);
      const maintained = context.patches('maintained', parts.layer);
      if (!filed || !maintained)
        return missing('块', `缺少备案或维护后的${parts.name}图层（${parts.layer}）`);
      const threshold = Number(context.parameter(parts.id, minimumArea).value);
      const before = smallPatches(filed, threshold);
      const after = smallPatches(maintained, threshold);
      const slack = context.tolerance.areaPerFeature * Math.max(1, after.patches.length);
      const fails = after.patches.length > before.patches.length || after.area > before.area + slack;
      return {
        outcome: fails ? 'fail' : 'pass',
        measure: {
          before: before.patches.length,
          after: after.patches.length,
          limit: before.patches.length,
          unit: '块',
        },
        explanation:
          `小于 ${threshold} m² 的${parts.name}碎图斑由 ${before.patches.length} 块、${hectares(before.area)}` +
          `变为 ${after.patches.length} 块、${hectares(after.area)}，${fails ? '有增加' : '没有增加'}` +
          `（按融合后的连片计，维护后共 ${featureCount(maintained.polygons)} 片）。`,
        details: [
          {
            label: '碎图斑面积',
            measure: { before: before.area, after: after.area, limit: before.area, unit: 'm²' },
          },
        ],
        evidence: fails
          ? after.patches.map((k) =>
              context.evidence(maintained.polygons, k, {
                code: parts.layer,
                side: 'maintained',
                label: `${parts.name}碎图斑`,
              }),
            )
          : [],
      };
    },
  };
}

function smallPatches(patches: Patches, threshold: number): { patches: number[]; area: number } {
  const small = [...patches.areas.keys()].filter((k) => patches.areas[k]! < threshold);
  return { patches: small, area: small.reduce((sum, k) => sum + patches.areas[k]!, 0) };
}
