import { type Box, featureBox, featureCount, reprojectPolygons } from '@tuheng/geometry';
import { amount } from '../amount.ts';
import { firstFew } from '../examples.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleFinding, SystematicFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * S-02: every feature lies in the box of the county (XZQ, of the delivery or the base data) widened by `buffer` metres. Coordinates that
 * are no numbers, or farther off than any projection holds, are found without XZQ too; such a feature has no place on a map, so its
 * message tells its first vertex. Where nearly all features of a layer (`MOSTLY`) lie outside, the layer is misplaced: told once.
 */
export const withinTheCounty: InspectionRule = {
  id: 'S-02',
  category: 'spatial-reference',
  severity: 'error',
  title: '图形在县域范围内',
  description: '图形的坐标是有效数字，位于县域（行政区 XZQ）外接矩形加缓冲距离之内。',
  basis: [
    { document: '土地利用总体规划质检：接边缓冲', source: 'standards.md §3.3 [HY]', confidence: 'found' },
  ],
  parameters: [
    {
      name: 'buffer',
      title: '县域外接矩形的缓冲距离',
      value: 300,
      unit: 'm',
      source: 'standards.md §3.3 [HY]',
      confidence: 'found',
    },
  ],
  requires: [{ rule: 'S-01', grain: 'layer' }],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const findings: RuleFinding[] = [...layer!.stray].map((feature) => strayFinding(layer!, feature));
    const county = countyBox(context, layer!);
    if (!county) {
      return { findings, notRun: '没有行政区 XZQ，只查了坐标是否有效；用 --base 提供后可查县域范围。' };
    }
    const buffer = context.number('S-02', 'buffer');
    const outside: RuleFinding[] = [];
    const { polygons } = layer!;
    let shapes = 0;
    for (let f = 0; f < layer!.count; f++) {
      if (polygons.featureStart[f] === polygons.featureStart[f + 1]) continue;
      shapes++;
      const [minX, minY, maxX, maxY] = featureBox(polygons, f);
      const beyond = Math.max(county[0] - minX, county[1] - minY, maxX - county[2], maxY - county[3]);
      if (!(beyond > buffer)) continue;
      outside.push({
        layer: layer!,
        feature: f,
        message: `超出县域外接矩形${amount(beyond, 0, 'm')}。`,
        place: { kind: 'feature', polygons, feature: f },
        measure: { value: beyond, unit: 'm' },
        suggestion: '核对图形位置；不属于本县的删除。',
      });
    }
    if (outside.length < SOME || outside.length < MOSTLY * shapes) {
      return { findings: [...findings, ...outside] };
    }
    return { findings, systematic: [misplaced(layer!, outside, shapes)] };
  },
};

/** From this share of a layer's features on, and from so many, their place is the layer's fault. */
const MOSTLY = 0.9;
const SOME = 10;

function misplaced(layer: InspectedLayer, outside: readonly RuleFinding[], of: number): SystematicFinding {
  return {
    cause: 'crs.outside-county',
    layer,
    count: outside.length,
    message: `整层不在县域内（${of} 个图形中 ${outside.length} 个），坐标系或数据范围可能有误。`,
    suggestion: '核对坐标系、带号和数据所属的县。',
    examples: firstFew(outside),
  };
}

function strayFinding(layer: InspectedLayer, feature: number): RuleFinding {
  const { xy, ringStart, polygonStart, featureStart } = layer.delivered.polygons;
  const from = ringStart[polygonStart[featureStart[feature]!]!]!;
  const to = ringStart[polygonStart[featureStart[feature + 1]!]!]!;
  const finite = xy.subarray(2 * from, 2 * to).every(Number.isFinite);
  const [x, y] = [xy[2 * from]!, xy[2 * from + 1]!];
  return {
    layer,
    feature,
    message: finite ? `坐标远在坐标系的适用范围以外（首个顶点 ${x}, ${y}）。` : '有顶点的坐标不是有效数字。',
    suggestion: '在 GIS 软件中修复或删除这个图形。',
  };
}

/** The box of the county in the plane of a layer. */
function countyBox(context: InspectionContext, layer: InspectedLayer): Box | undefined {
  const county = context.county();
  if (!county?.crs) return undefined;
  const polygons = reprojectPolygons(county.polygons, county.plane, layer.plane);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let f = 0; f < featureCount(polygons); f++) {
    if (polygons.featureStart[f] === polygons.featureStart[f + 1]) continue;
    const [minX, minY, maxX, maxY] = featureBox(polygons, f);
    box[0] = Math.min(box[0], minX);
    box[1] = Math.min(box[1], minY);
    box[2] = Math.max(box[2], maxX);
    box[3] = Math.max(box[3], maxY);
  }
  return Number.isFinite(box[0]) ? box : undefined;
}
