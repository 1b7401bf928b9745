import { planeArea, reprojectPolygons } from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { noiseHint, sortByNoise } from '../noise.ts';
import type { InspectionRule, RuleFinding, Subject } from '../rule.ts';

/**
 * T-06: layers of the central city and the four lines lie in its extent. No layer of the extent is known (未核实): a profile may name one
 * in `extentLayer`; without it 中心城区规划分区 ZXCQGHFQ, dissolved, stands for it. Every piece outside, beyond noise
 * (smaller than `sliverArea`, m², or of a mean width 2A/P below `sliverWidth`, metres: counted in one hint), is found.
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
    const code = extentCode(context);
    const plan = context.layersOf('plan');
    return plan
      .filter((layer) => layer.code.startsWith('ZXCQ') && layer.code !== code)
      .map((layer): Subject => {
        const { database } = layer;
        const extent = plan.find((other) => other.database === database && other.code === code);
        return { name: layer.code, database, layers: extent ? [layer, extent] : [layer] };
      });
  },
  inspect({ layers: [layer, extent] }, context) {
    if (!extent || extent.count === 0) {
      return { findings: [], notRun: `没有中心城区范围（${extentCode(context)}），无从对照。` };
    }
    return { findings: outside(context, layer!, extent) };
  },
};

function extentCode(context: InspectionContext): string {
  return String(context.effective.value('T-06', 'extentLayer'));
}

function outside(context: InspectionContext, layer: InspectedLayer, extent: InspectedLayer): RuleFinding[] {
  const ground = reprojectPolygons(context.dissolved(extent), extent.plane, layer.plane);
  const left = context.overlay.subtract(context.sound(layer), ground);
  const { real, noise } = sortByNoise(left, context.tolerance);
  const what = `在中心城区范围（${extent.code}）以外`;
  return [
    ...real.map((k) => {
      const area = planeArea(left.polygons, k);
      return {
        layer,
        feature: left.left[k]!,
        message: `有 ${area.toFixed(2)} m² ${what}。`,
        place: { kind: 'feature' as const, polygons: left.polygons, feature: k },
        area,
        suggestion: '裁到中心城区范围内，或核对范围。',
      };
    }),
    ...noiseHint(layer, what, noise),
  ];
}
