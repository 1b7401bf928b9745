import { type CoverageReport, checkCoverage, type TJunction } from '@tuheng/geometry';
import type { InspectedLayer } from '../inspected-layer.ts';
import { type LayerDraft, polygonsOfShape, type Shape } from './layer-draft.ts';

interface Insertion {
  readonly t: number;
  readonly x: number;
  readonly y: number;
  readonly junction: TJunction;
}

/**
 * Puts the vertices that a neighbour has on a shared border into the edge that lacks them. A vertex on the edge changes no ground; one
 * beside it (within the tolerance) closes the sliver between, ½ · edge · distance.
 *
 * @param faulty features that lacked a vertex before: where others only lack the new crossing points of a repaired neighbour, within a
 *   rounding error of their edge, they stay as they are
 */
export function insertSharedVertices(
  draft: LayerDraft,
  { tJunctions }: CoverageReport,
  faulty: ReadonlySet<number>,
): void {
  const byFeature = new Map<number, TJunction[]>();
  for (const junction of tJunctions) {
    if (!faulty.has(junction.edgeFeature)) continue;
    byFeature.set(junction.edgeFeature, [...(byFeature.get(junction.edgeFeature) ?? []), junction]);
  }
  for (const [feature, junctions] of [...byFeature].sort(([a], [b]) => a - b)) {
    const byEdge = new Map<string, Insertion[]>();
    for (const junction of junctions) {
      const placed = delivered(draft, junction);
      if (!placed) {
        draft.refuse('t-junction', feature, '公共边或节点已随其他修复改变。');
        continue;
      }
      const key = placed.edge.join();
      byEdge.set(key, [...(byEdge.get(key) ?? []), placed.insertion]);
    }
    const old = draft.shape(feature);
    const { shape, inserted } = withVertices(old, byEdge);
    if (inserted.length === 0) continue;
    if (faultsOf(shape) > faultsOf(old)) {
      draft.refuse('t-junction', feature, '补入公共边上的节点会使图形自相接，原样保留。');
      continue;
    }
    draft.setShape(feature, shape);
    for (const { junction } of inserted) {
      const [x0, y0, x1, y1] = junction.edge;
      draft.edit('t-junction', feature, {
        areaMoved: 0.5 * Math.hypot(x1 - x0, y1 - y0) * junction.distance,
        message: `在公共边上补入第 ${junction.features.map((f) => draft.layer.row(f)).join('、')} 行的节点${
          junction.distance > 0 ? `，边界移动不超过 ${(junction.distance * 1000).toFixed(2)} mm` : ''
        }。`,
      });
    }
  }
}

/** Places where a shape meets itself, spikes that run out and back among them. */
function faultsOf(shape: Shape): number {
  const { selfIntersections, selfTouches, spikes } = checkCoverage(polygonsOfShape(shape));
  const own = selfTouches.filter(({ rings: [a, b] }) => a === b);
  return selfIntersections.length + own.length + spikes.filter(({ angle }) => angle === 0).length;
}

/** The vertex and the edge of a T-junction in the coordinates of the file. */
function delivered(
  draft: LayerDraft,
  junction: TJunction,
): { readonly edge: readonly number[]; readonly insertion: Insertion } | undefined {
  const [x0, y0, x1, y1] = junction.edge;
  const t =
    ((junction.x - x0) * (x1 - x0) + (junction.y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2);
  if (draft.layer.crs!.kind === 'gauss-kruger') {
    return { edge: junction.edge, insertion: { t, x: junction.x, y: junction.y, junction } };
  }
  const start = find(draft.layer, [junction.edgeFeature], x0, y0);
  const end = find(draft.layer, [junction.edgeFeature], x1, y1);
  const vertex = find(draft.layer, junction.features, junction.x, junction.y);
  return start && end && vertex
    ? { edge: [...start, ...end], insertion: { t, x: vertex[0], y: vertex[1], junction } }
    : undefined;
}

/** The delivered coordinates of a vertex given in the plane. */
function find(
  { polygons, delivered }: InspectedLayer,
  features: readonly number[],
  x: number,
  y: number,
): readonly [number, number] | undefined {
  for (const f of features) {
    const from = polygons.ringStart[polygons.polygonStart[polygons.featureStart[f]!]!]!;
    const to = polygons.ringStart[polygons.polygonStart[polygons.featureStart[f + 1]!]!]!;
    const source = delivered.polygons;
    const offset = source.ringStart[source.polygonStart[source.featureStart[f]!]!]! - from;
    for (let v = from; v < to; v++) {
      if (polygons.xy[2 * v] === x && polygons.xy[2 * v + 1] === y) {
        return [source.xy[2 * (v + offset)]!, source.xy[2 * (v + offset) + 1]!];
      }
    }
  }
  return undefined;
}

function withVertices(
  shape: Shape,
  byEdge: ReadonlyMap<string, readonly Insertion[]>,
): { readonly shape: Shape; readonly inserted: readonly Insertion[] } {
  const inserted: Insertion[] = [];
  const changed = shape.map((rings) =>
    rings.map((ring) => {
      const out: number[] = [];
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const edge = ring.slice(i, i + 4);
        const forward = byEdge.get(edge.join());
        const backward = byEdge.get([edge[2], edge[3], edge[0], edge[1]].join());
        out.push(edge[0]!, edge[1]!);
        const found = (forward ?? backward)?.toSorted((a, b) => (forward ? a.t - b.t : b.t - a.t)) ?? [];
        for (const insertion of found) {
          if (out.at(-2) === insertion.x && out.at(-1) === insertion.y) continue;
          out.push(insertion.x, insertion.y);
          inserted.push(insertion);
        }
      }
      return [...out, ring.at(-2)!, ring.at(-1)!];
    }),
  );
  return { shape: changed, inserted };
}
