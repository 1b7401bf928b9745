import { type CoverageReport, checkCoverage, type Polygons, type TJunction } from '@tuheng/geometry';
import { millimetres } from '../amount.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import { type LayerDraft, polygonsOfShape, type Shape } from './layer-draft.ts';
import type { RepairEdit } from './repair-log.ts';

interface Insertion {
  readonly edge: readonly number[];
  /** Where on the edge, from 0 to 1. */
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
  const vertices = new DeliveredVertices(draft.layer);
  const wanted = tJunctions.filter(({ edgeFeature }) => faulty.has(edgeFeature));
  for (const [feature, junctions] of [...grouped(wanted, ({ edgeFeature }) => edgeFeature)].sort(
    ([a], [b]) => a - b,
  )) {
    const placed = junctions.map((junction) => delivered(vertices, junction));
    const found = placed.filter((place) => place !== undefined);
    const old = draft.shape(feature);
    const { shape, inserted } = withVertices(
      old,
      grouped(found, ({ edge }) => edge.join()),
    );
    if (found.length < placed.length || inserted.length < found.length) {
      draft.refuse('t-junction', feature, '公共边或节点已随其他修复改变，部分节点没有补入。');
    }
    if (inserted.length === 0) continue;
    const faults = faultsOf(shape);
    if (faults > 0 && faults > faultsOf(old)) {
      draft.refuse('t-junction', feature, '补入公共边上的节点会使图形自相接，原样保留。');
      continue;
    }
    draft.repair(
      't-junction',
      feature,
      shape,
      inserted.map(({ junction }) => editOf(draft.layer, junction)),
    );
  }
}

function editOf(
  layer: InspectedLayer,
  { features, edge: [x0, y0, x1, y1], distance }: TJunction,
): Pick<RepairEdit, 'areaMoved' | 'message'> {
  const moves = distance > 0 ? `，边界最多移动${millimetres(distance)}` : '';
  return {
    areaMoved: 0.5 * Math.hypot(x1 - x0, y1 - y0) * distance,
    message: `在公共边上补入第 ${features.map((f) => layer.row(f)).join('、')} 行的节点${moves}。`,
  };
}

function grouped<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** Places where a shape meets itself, spikes that run out and back among them. */
function faultsOf(shape: Shape): number {
  const { selfIntersections, selfTouches, spikes } = checkCoverage(polygonsOfShape(shape));
  const own = selfTouches.filter(({ rings: [a, b] }) => a === b);
  return selfIntersections.length + own.length + spikes.filter(({ angle }) => angle === 0).length;
}

/** The vertex and the edge of a T-junction in the coordinates of the file. */
function delivered(vertices: DeliveredVertices, junction: TJunction): Insertion | undefined {
  const [x0, y0, x1, y1] = junction.edge;
  const t =
    ((junction.x - x0) * (x1 - x0) + (junction.y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2);
  const start = vertices.find([junction.edgeFeature], x0, y0);
  const end = vertices.find([junction.edgeFeature], x1, y1);
  const vertex = vertices.find(junction.features, junction.x, junction.y);
  return start && end && vertex
    ? { edge: [...start, ...end], t, x: vertex[0], y: vertex[1], junction }
    : undefined;
}

type Point = readonly [x: number, y: number];

/** The delivered coordinates of vertices given in the plane. */
class DeliveredVertices {
  readonly #layer: InspectedLayer;
  readonly #isPlane: boolean;
  /** By feature, and place in the plane. */
  readonly #known = new Map<number, Map<string, Point>>();

  constructor(layer: InspectedLayer) {
    this.#layer = layer;
    this.#isPlane = layer.crs!.kind === 'gauss-kruger';
  }

  /** @param features that may have the vertex */
  find(features: readonly number[], x: number, y: number): Point | undefined {
    if (this.#isPlane) return [x, y];
    const key = `${x},${y}`;
    for (const f of features) {
      const point = this.#verticesOf(f).get(key);
      if (point) return point;
    }
    return undefined;
  }

  #verticesOf(f: number): Map<string, Point> {
    const known = this.#known.get(f);
    if (known) return known;
    const inPlane = this.#layer.polygons;
    const source = this.#layer.delivered.polygons;
    const firstVertex = (p: Polygons, feature: number): number =>
      p.ringStart[p.polygonStart[p.featureStart[feature]!]!]!;
    const from = firstVertex(inPlane, f);
    const offset = firstVertex(source, f) - from;
    const vertices = new Map<string, Point>();
    for (let v = from; v < firstVertex(inPlane, f + 1); v++) {
      vertices.set(`${inPlane.xy[2 * v]},${inPlane.xy[2 * v + 1]}`, [
        source.xy[2 * (v + offset)]!,
        source.xy[2 * (v + offset) + 1]!,
      ]);
    }
    this.#known.set(f, vertices);
    return vertices;
  }
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
          inserted.push(insertion);
          if (out.at(-2) === insertion.x && out.at(-1) === insertion.y) continue;
          out.push(insertion.x, insertion.y);
        }
      }
      return [...out, ring.at(-2)!, ring.at(-1)!];
    }),
  );
  return { shape: changed, inserted };
}
