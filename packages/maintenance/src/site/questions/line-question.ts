import { layerSpec } from '@tuheng/standard';
import type { Basis } from '../../review.ts';
import { measureOf, missingLayer, type SiteQuestion } from '../site-question.ts';
import { insideWords, noiseWords } from '../site-wording.ts';

/**
 * 是否涉及 a line whose conditions were found nowhere (未核实): ground shared with the layer beyond noise, m² ellipsoid. None passes; any is
 * undetermined, with what the plan's own record demands there.
 */
export function lineQuestion(id: string, code: string, basis: readonly Basis[]): SiteQuestion {
  const { title } = layerSpec(code)!;
  return {
    id,
    title: `不涉及${title}`,
    layers: [code],
    basis,
    judge(context) {
      const layer = context.layer(code);
      if (!layer) return missingLayer(code);
      const measure = measureOf(layer);
      if (layer.touched === 0) {
        return { outcome: 'pass', measure, explanation: `用地不涉及${title}${noiseWords(layer)}。` };
      }
      const demands = [...new Set(layer.features.flatMap(({ demand }) => demand ?? []))];
      const recorded = demands.length > 0 ? `图层记载的管控要求：${demands.join('；')}。` : '';
      return {
        outcome: 'undetermined',
        measure,
        explanation: `用地涉及${title} ${insideWords(layer)}${noiseWords(layer)}。${recorded}`,
        reasons: [`${title}内的建设准入条件未核实，须按管理规定和图层管控要求人工核对`],
      };
    },
  };
}
