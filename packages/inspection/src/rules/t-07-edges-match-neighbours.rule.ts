import {
  type Box,
  checkCoverage,
  concatPolygons,
  featureBox,
  indexBoxes,
  type Polygons,
  reprojectPolygons,
  selectFeatures,
} from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * T-07 接边: along the border the layer meets the same layer of the next county without overlap and gap. The features of both within
 * `buffer` metres of each other are checked as one coverage; only what takes part of both sides is found.
 */
export const edgesMatchNeighbours: InspectionRule = {
  id: 'T-07',
  category: 'topology',
  severity: 'warning',
  title: '与相邻县接边一致',
  description: '县界处与相邻县同名图层不重叠、不留缝、节点一致。',
  basis: [
    { document: '土地利用总体规划质检：接边', source: 'standards.md §3.3, §3.4 [HY]', confidence: 'found' },
  ],
  parameters: [
    {
      name: 'buffer',
      title: '接边检查的缓冲距离',
      value: 300,
      unit: 'm',
      source: 'standards.md §3.3 [HY]',
      confidence: 'found',
    },
  ],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有相邻县的同名图层；用 --neighbour 提供后可查接边。',
  subjects: (context) => {
    const codes = new Set((context.references.neighbours ?? []).map(({ code }) => code));
    return eachLayer(context, ({ code, delivered }) => delivered.part === 'plan' && codes.has(code));
  },
  inspect({ layers: [layer] }, context) {
    return {
      findings: (context.references.neighbours ?? [])
        .filter(({ code, crs }) => code === layer!.code && crs)
        .flatMap((neighbour) => alongTheBorder(context, layer!, neighbour)),
    };
  },
};

function alongTheBorder(
  context: InspectionContext,
  layer: InspectedLayer,
  neighbour: InspectedLayer,
): RuleFinding[] {
  const theirs = reprojectPolygons(neighbour.polygons, neighbour.plane, layer.plane);
  const buffer = context.number('T-07', 'buffer');
  const ownRows = near(layer.polygons, theirs, buffer);
  const theirRows = near(theirs, layer.polygons, buffer);
  const own = ownRows.length;
  const both = concatPolygons([selectFeatures(layer.polygons, ownRows), selectFeatures(theirs, theirRows)]);
  const report = checkCoverage(both, {
    snap: context.tolerance.snap,
    overlapArea: context.tolerance.overlapArea,
    gapArea: context.tolerance.overlapArea,
  });
  const crosses = (features: readonly number[]) =>
    features.some((f) => f < own) && features.some((f) => f >= own);
  const at = (features: readonly number[]) => {
    const first = features.find((f) => f < own)!;
    return {
      layer,
      feature: ownRows[first]!,
      others: features
        .filter((f) => f >= own)
        .map((f) => ({ layer: neighbour, feature: theirRows[f - own]! })),
      suggestion: '与相邻县共同核对界线，按同一条界线接边。',
    };
  };
  const name = neighbour.database.name;
  return [
    ...report.overlaps
      .filter(({ features }) => crosses(features))
      .map(({ features, rings, area, width }) => ({
        ...at(features),
        message: `与相邻县（${name}）重叠 ${area.toFixed(2)} m²，最宽处 ${width.toFixed(3)} m。`,
        place: { kind: 'rings' as const, rings },
        area,
        measure: { value: width, unit: 'm' },
      })),
    ...report.gaps
      .filter(({ features }) => crosses(features))
      .map(({ features, rings, area, width }) => ({
        ...at(features),
        message: `与相邻县（${name}）之间有缝隙 ${area.toFixed(2)} m²，最宽处 ${width.toFixed(3)} m。`,
        place: { kind: 'rings' as const, rings },
        area,
        measure: { value: width, unit: 'm' },
      })),
    ...report.nearVertices
      .filter(({ features, others }) => crosses([...features, ...others]))
      .map(({ features, others, segment, distance }) => ({
        ...at([...features, ...others]),
        message: `与相邻县（${name}）的节点相差 ${(distance * 1000).toFixed(2)} mm。`,
        place: { kind: 'segments' as const, segments: [segment] },
        measure: { value: distance, unit: 'm' },
      })),
  ];
}

/** Features of `a` whose box comes within `buffer` of a feature of `b`. */
function near(a: Polygons, b: Polygons, buffer: number): number[] {
  const index = indexBoxes(b);
  const rows: number[] = [];
  for (let f = 0; f < a.featureStart.length - 1; f++) {
    if (a.featureStart[f] === a.featureStart[f + 1]) continue;
    const [minX, minY, maxX, maxY] = featureBox(a, f);
    const box: Box = [minX - buffer, minY - buffer, maxX + buffer, maxY + buffer];
    if (index.search(box).length > 0) rows.push(f);
  }
  return rows;
}
