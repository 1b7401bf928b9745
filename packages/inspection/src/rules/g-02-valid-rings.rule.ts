import type { RingPlace } from '@tuheng/geometry';
import { firstFew } from '../examples.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * G-02: rings do not cross themselves or each other, run the way the format wants, and are closed. Crossings come from the coverage
 * check (exact predicates); a crossing is told once for each place, with the stretch where the boundary meets itself. A ring that touches itself
 * in a point counts as well: by OGC simple features it is invalid, though its ground is clear; two rings that touch are not.
 */
export const validRings: InspectionRule = {
  id: 'G-02',
  category: 'geometry',
  severity: 'error',
  title: '环有效',
  description: '面的边界不自相交，环的方向符合格式规定，环闭合。',
  basis: [{ document: 'QGIS 几何检查插件', source: 'standards.md §3.4 [QGC]', confidence: 'found' }],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const { selfIntersections, selfTouches, wrongOrientation, openRings } = context.coverage(layer!);
    const rings = layer!.polygons.ringStart.length - 1;
    const reversedLayer = wrongOrientation.length >= MOSTLY * rings && rings > 0;
    const reversed: RuleFinding[] = (reversedLayer ? firstFew(wrongOrientation) : wrongOrientation).map(
      (place) =>
        atVertex(layer!, place, '环的方向与格式规定的相反。', '反转环的方向（tuheng inspect --fix）。'),
    );
    return {
      findings: [
        ...selfIntersections.map(({ feature, rings: [first, second], segment }) => ({
          layer: layer!,
          feature,
          message: first === second ? '环自相交。' : '两个环相交，或内环不在外环之内。',
          place: { kind: 'segments' as const, segments: [segment] },
          suggestion: '在相交处拆开，或按奇偶规则修复（tuheng inspect --fix）。',
        })),
        ...selfTouches
          .filter(({ rings: [first, second] }) => first === second)
          .map(({ feature, segment }) => ({
            layer: layer!,
            feature,
            message: '环在一点与自身相接，不符合简单要素规范，一些软件会当作无效图形。',
            place: { kind: 'segments' as const, segments: [segment] },
            suggestion: '在相接处拆成两个环（tuheng inspect --fix）。',
          })),
        ...(reversedLayer ? [] : reversed),
        ...openRings.map((place) =>
          atVertex(layer!, place, '环没有闭合。', '补上与起点相同的终点（tuheng inspect --fix）。'),
        ),
      ],
      systematic: reversedLayer
        ? [
            {
              cause: 'rings.orientation',
              layer: layer!,
              count: wrongOrientation.length,
              message: `整层的环方向与格式规定相反（${rings} 个环中 ${wrongOrientation.length} 个）。`,
              suggestion: '反转环的方向（tuheng inspect --fix），或用 GIS 软件重新导出。',
              examples: reversed,
            },
          ]
        : [],
    };
  },
};

/** From this share of a layer's rings on, their direction is the layer's fault. */
const MOSTLY = 0.9;

function atVertex(
  layer: InspectedLayer,
  { feature, x, y }: RingPlace,
  message: string,
  suggestion: string,
): RuleFinding {
  return { layer, feature, message, place: { kind: 'segments', segments: [[x, y, x, y]] }, suggestion };
}
