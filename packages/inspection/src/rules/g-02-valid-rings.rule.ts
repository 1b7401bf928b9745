import type { RingPlace, SelfContact } from '@tuheng/geometry';
import { amount } from '../amount.ts';
import { firstFew } from '../examples.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * G-02: rings do not cross themselves or each other, run the way the format wants, and are closed. Crossings come from the coverage
 * check (exact predicates); a crossing is told once for each place, a stretch on which the boundary runs along itself as a whole. Rings
 * that run the wrong way or are open are still read as they are meant, so other rules go on with them; where nearly all rings of a layer
 * (`MOSTLY`) run the wrong way it is the layer's fault, told once. A ring that touches itself in a point is invalid by OGC simple features,
 * though its ground is clear; two rings that touch are not.
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
    const { selfIntersections, selfTouches, wrongOrientation, openRings, tangled } = context.coverage(layer!);
    const unreadable = new Set(tangled);
    const rings = layer!.polygons.ringStart.length - 1;
    // A ring that crosses itself runs both ways.
    const crossed = new Set(selfIntersections.map(({ feature }) => feature));
    const turned = wrongOrientation.filter(({ feature }) => !crossed.has(feature));
    const reversedLayer = turned.length >= MOSTLY * rings && rings > 0;
    const reversed: RuleFinding[] = (reversedLayer ? firstFew(turned) : turned).map((place) => ({
      ...atVertex(layer!, place, '环的方向与格式规定的相反。', '反转环的方向（tuheng inspect --fix）。'),
      blocks: false,
    }));
    return {
      findings: [
        ...selfTouches
          .filter(({ rings: [first, second] }) => first === second)
          .map(({ feature, rings: [ring], segment }) => ({
            layer: layer!,
            feature,
            message: `${nameOfRing(layer!, feature, ring)}在一点与自身相接，不符合简单要素规范，一些软件会当作无效图形。`,
            place: { kind: 'segments' as const, segments: [segment] },
            suggestion: '在相接处拆成两个环（tuheng inspect --fix）。',
            blocks: false as const,
          })),
        ...joined(selfIntersections).map((contact) => {
          const found = crossing(layer!, contact);
          return unreadable.has(contact.feature)
            ? { ...found, message: '边界自相交的地方太多，无法判读；拓扑规则未计入这个图形。' }
            : found;
        }),
        ...(reversedLayer ? [] : reversed),
        ...openRings.map((place) => ({
          ...atVertex(layer!, place, '环没有闭合。', '补上与起点相同的终点（tuheng inspect --fix）。'),
          blocks: false as const,
        })),
      ],
      systematic: reversedLayer
        ? [
            {
              cause: 'rings.orientation',
              layer: layer!,
              count: turned.length,
              message: `整层的环方向与格式规定相反（${rings} 个环中 ${turned.length} 个）。`,
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

type Segment = SelfContact['segment'];

interface Crossing {
  readonly feature: number;
  readonly rings: readonly [number, number];
  readonly segments: readonly Segment[];
}

/** Crossings of a feature's rings, stretches that go on from each other put together. */
function joined(contacts: readonly SelfContact[]): Crossing[] {
  const all: (Crossing & { segments: Segment[] })[] = [];
  let ends = new Map<string, Crossing & { segments: Segment[] }>();
  let feature = -1;
  for (const { feature: f, rings, segment } of contacts) {
    if (f !== feature) [feature, ends] = [f, new Map()];
    const [x0, y0, x1, y1] = segment;
    const isPoint = x0 === x1 && y0 === y1;
    const keys = [`${rings} ${x0} ${y0}`, `${rings} ${x1} ${y1}`];
    const known = isPoint ? undefined : keys.map((key) => ends.get(key)).find((found) => found !== undefined);
    const stretch = known ?? { feature: f, rings, segments: [] };
    stretch.segments.push(segment);
    if (!known) all.push(stretch);
    if (!isPoint) for (const key of keys) ends.set(key, stretch);
  }
  return all;
}

function crossing(
  layer: InspectedLayer,
  { feature, rings: [first, second], segments }: Crossing,
): RuleFinding {
  const length = segments.reduce((sum, [x0, y0, x1, y1]) => sum + Math.hypot(x1 - x0, y1 - y0), 0);
  const who =
    first === second
      ? `${nameOfRing(layer, feature, first)}与自身`
      : `${nameOfRing(layer, feature, first)}与${nameOfRing(layer, feature, second)}`;
  return {
    layer,
    feature,
    message: length > 0 ? `${who}有${amount(length, 2, 'm')} 的边重合。` : `${who}相交。`,
    place: { kind: 'segments', segments },
    ...(length > 0 && { measure: { value: length, unit: 'm' } }),
    suggestion: '在相交处拆开，或按奇偶规则修复（tuheng inspect --fix）。',
  };
}

/** 外环, 第 2 个内环; with the number of the part where the feature has several. */
function nameOfRing({ polygons }: InspectedLayer, feature: number, ring: number): string {
  const first = polygons.featureStart[feature]!;
  const end = polygons.featureStart[feature + 1]!;
  // The last part that begins at or before the ring.
  let part = first;
  for (let above = end; part + 1 < above; ) {
    const between = (part + above) >> 1;
    if (polygons.polygonStart[between]! <= ring) part = between;
    else above = between;
  }
  const place = ring - polygons.polygonStart[part]!;
  const name = place === 0 ? '外环' : `第 ${place} 个内环`;
  return end - first > 1 ? `第 ${part - first + 1} 个部件的${name}` : name;
}
