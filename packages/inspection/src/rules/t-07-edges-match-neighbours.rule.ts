import {
  type Box,
  type CoveragePiece,
  checkCoverage,
  concatPolygons,
  featureBox,
  indexBoxes,
  type Polygons,
  reprojectPolygons,
  selectFeatures,
} from '@tuheng/geometry';
import { millimetres } from '../amount.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import { NearPoints } from '../near-points.ts';
import { pieceOutline, sizeOf } from '../piece-finding.ts';
import type { InspectionRule, Place, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * T-07 接边: along the border the layer meets the same layer of the next county without overlap and gap, vertex by vertex. The features of
 * both whose boxes come within `buffer` metres of each other are checked as one coverage (`checkCoverage`, self-intersecting ones read by
 * the even-odd rule); found is what has features of both sides to it: ground of more than the run's `overlapArea` (m²), wider than `snap`
 * and no wider than `buffer` (metres), and vertices that one side lacks or that nearly meet.
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

/** As many features of the neighbour are named. */
const NAMED = 10;

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
  const name = neighbour.database.name;
  const both = concatPolygons([selectFeatures(layer.polygons, ownRows), selectFeatures(theirs, theirRows)]);
  const report = checkCoverage(both, {
    snap: context.tolerance.snap,
    overlapArea: context.tolerance.overlapArea,
    gapArea: context.tolerance.overlapArea,
  });
  const snap = context.tolerance.snap;
  const crosses = (features: readonly number[]) =>
    features.some((f) => f < own) && features.some((f) => f >= own);
  const at = (features: readonly number[]) => ({
    layer,
    feature: ownRows[features.find((f) => f < own)!]!,
    others: features
      .filter((f) => f >= own)
      .slice(0, NAMED)
      .map((f) => ({ layer: neighbour, feature: theirRows[f - own]! })),
    suggestion: '与相邻县共同核对界线，按同一条界线接边。',
  });
  const ground = (pieces: readonly CoveragePiece[], what: string): RuleFinding[] =>
    pieces
      .filter(({ features, width }) => crosses(features) && width > snap && width <= buffer)
      .map((piece) => ({
        ...at(piece.features),
        message: `与相邻县（${name}）${what} ${sizeOf(piece)}。`,
        place: pieceOutline(piece.rings),
        area: piece.area,
        measure: { value: piece.width, unit: 'm' },
      }));
  const overlaps = ground(report.overlaps, '重叠');
  const gaps = ground(report.gaps, '之间有缝隙');
  const corners = new NearPoints(snap);
  for (const { place } of [...overlaps, ...gaps]) addCorners(corners, place!);
  const vertices = [
    ...report.tJunctions
      .filter(({ features, edgeFeature }) => crosses([...features, edgeFeature]))
      .map(({ features, edgeFeature, x, y, distance }) => ({
        ...at([...features, edgeFeature]),
        message: `县界上的节点，与相邻县（${name}）只有一侧有。`,
        place: { kind: 'segments' as const, segments: [[x, y, x, y] as const] },
        measure: { value: distance, unit: 'm' },
      })),
    ...report.nearVertices
      .filter(({ features, others }) => crosses([...features, ...others]))
      .map(({ features, others, segment, distance }) => ({
        ...at([...features, ...others]),
        message: `与相邻县（${name}）的节点相差${millimetres(distance)}，应为同一点。`,
        place: { kind: 'segments' as const, segments: [segment] },
        measure: { value: distance, unit: 'm' },
      })),
  ];
  // At the corners of an overlap or gap vertices miss each other because of it.
  const ofTheirOwn = vertices.filter(
    ({ place: { segments } }) => !corners.has(segments[0]![0], segments[0]![1]),
  );
  return [...overlaps, ...gaps, ...ofTheirOwn];
}

function addCorners(points: NearPoints, place: Place): void {
  if (place.kind !== 'rings') return;
  for (const ring of place.rings) {
    for (let i = 0; i < ring.length; i += 2) points.add(ring[i]!, ring[i + 1]!);
  }
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
