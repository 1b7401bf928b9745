import { featureCount, meanWidth, planeArea } from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * T-06: layers of the central city and the four lines lie in its extent. No layer of the extent is known (未核实): a profile may name one
 * in `extentLayer`; without it 中心城区规划分区 ZXCQGHFQ, dissolved, stands for it. Every piece outside, beyond noise, is found.
 */
export const withinTheCentralCity: InspectionRule = {
  id: 'T-06',
  category: 'topology',
  severity: 'error',
  title: '中心城区图层在范围内',
  description: '中心城区各图层和城市四线位于中心城区范围之内。',
  basis: [{ document: '中心城区图层范围检查', source: 'standards.md §3.4 T-06', confidence: 'derived' }],
  parameters: [
    {
      name: 'extentLayer',
      title: '中心城区范围图层',
      value: 'ZXCQGHFQ',
      unit: '',
      source: '未核实：标准中的范围图层代码未找到（standards.md §11.3），以中心城区规划分区的外廓代替',
      confidence: 'suggestion',
    },
  ],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有中心城区的图层。',
  subjects: (context) => {
    const extent = String(context.effective.value('T-06', 'extentLayer'));
    return eachLayer(
      context,
      ({ code, delivered }) => delivered.part === 'plan' && code.startsWith('ZXCQ') && code !== extent,
    );
  },
  inspect({ database, layers: [layer] }, context) {
    const code = String(context.effective.value('T-06', 'extentLayer'));
    const extent = context
      .layersOf('plan')
      .find((found) => found.database === database && found.code === code);
    if (!extent?.crs || extent.count === 0) {
      return { findings: [], notRun: `没有中心城区范围（${code}），无从对照。` };
    }
    return { findings: outside(context, layer!, extent) };
  },
};

function outside(context: InspectionContext, layer: InspectedLayer, extent: InspectedLayer): RuleFinding[] {
  const { tolerance } = context;
  const { polygons, left } = context.overlay.subtract(
    context.sound(layer),
    context.soundIn(extent, layer.plane),
  );
  const findings: RuleFinding[] = [];
  for (let k = 0; k < featureCount(polygons); k++) {
    const area = planeArea(polygons, k);
    if (area < tolerance.sliverArea || meanWidth(polygons, k) < tolerance.sliverWidth) continue;
    findings.push({
      layer,
      feature: left[k]!,
      message: `有 ${area.toFixed(2)} m² 在中心城区范围（${extent.code}）以外。`,
      place: { kind: 'feature', polygons, feature: k },
      area,
      suggestion: '裁到中心城区范围内，或核对范围。',
    });
  }
  return findings;
}
