import type { Polygons } from '../polygons.ts';
import { NO_OWNER } from './arrangement/arcs.ts';
import type { LooseEdges } from './loose-edges.ts';
import type { NearVertices, TJunction } from './report.ts';
import { RingFinder } from './ring-finder.ts';

/**
 * Vertices that should have met a neighbour's vertex, told one contact of a vertex and a loose edge at a time. Where an end of the edge
 * lies within the tolerance too, the two are near vertices; else the edge lacks a vertex, a T-junction. Edges and vertices of the
 * outer boundary are not reported.
 */
export class NearMisses {
  readonly #rings: RingFinder;
  readonly #loose: LooseEdges;
  readonly #snap: number;
  readonly #start: Uint32Array;
  readonly #features: Int32Array;
  readonly #junctions: TJunction[] = [];
  readonly #near = new Map<number, NearVertices>();

  constructor(polygons: Polygons, loose: LooseEdges, snap: number) {
    this.#rings = new RingFinder(polygons);
    this.#loose = loose;
    this.#snap = snap;
    const { nodes, arcs } = loose;
    const start = new Uint32Array(nodes.length + 1);
    for (let k = 0; k < arcs.length; k++) {
      start[arcs.from[k]! + 1]!++;
      start[arcs.to[k]! + 1]!++;
    }
    for (let v = 0; v < nodes.length; v++) start[v + 1]! += start[v]!;
    const next = start.slice(0, nodes.length);
    this.#features = new Int32Array(2 * arcs.length);
    for (let k = 0; k < arcs.length; k++) {
      this.#features[next[arcs.from[k]!]!++] = arcs.owner[k]!;
      this.#features[next[arcs.to[k]!]!++] = arcs.owner[k]!;
    }
    this.#start = start;
  }

  add(node: number, arc: number, distance: number): void {
    const { arcs } = this.#loose;
    const edgeFeature = arcs.owner[arc]!;
    const features = this.#featuresAt(node);
    if (edgeFeature === NO_OWNER || features.length === 0) return;
    const a = arcs.from[arc]!;
    const b = arcs.to[arc]!;
    const near = [a, b].filter((end) => this.#distance(node, end) <= this.#snap);
    for (const end of near) this.#addNear(node, features, end);
    if (near.length > 0 || features.includes(edgeFeature)) return;
    const [x, y] = this.#point(node);
    const edge = [...this.#point(a), ...this.#point(b)] as const;
    const ring = this.#rings.find(edgeFeature, edge[0], edge[1]);
    this.#junctions.push({ x, y, features, edgeFeature, ring, edge, distance });
  }

  get tJunctions(): TJunction[] {
    return this.#junctions.sort(
      (s, t) => s.features[0]! - t.features[0]! || s.x - t.x || s.y - t.y || s.edgeFeature - t.edgeFeature,
    );
  }

  get nearVertices(): NearVertices[] {
    return [...this.#near.values()].sort(
      (s, t) => s.features[0]! - t.features[0]! || s.segment[0] - t.segment[0] || s.segment[1] - t.segment[1],
    );
  }

  #addNear(node: number, features: readonly number[], end: number): void {
    const others = this.#featuresAt(end);
    if (others.length === 0 || others.some((f) => features.includes(f))) return;
    const key = Math.min(node, end) * this.#loose.nodes.length + Math.max(node, end);
    if (this.#near.has(key)) return;
    const distance = this.#distance(node, end);
    const [first, second] = features[0]! < others[0]! ? [node, end] : [end, node];
    this.#near.set(key, {
      features: this.#featuresAt(first),
      others: this.#featuresAt(second),
      segment: [...this.#point(first), ...this.#point(second)],
      distance,
    });
  }

  /** Features that have a loose edge at a node, ascending. */
  #featuresAt(node: number): number[] {
    const all = this.#features.subarray(this.#start[node]!, this.#start[node + 1]!);
    return [...new Set(all)].filter((f) => f !== NO_OWNER).sort((a, b) => a - b);
  }

  #point(node: number): readonly [number, number] {
    const { xy } = this.#loose.nodes;
    return [xy[2 * node]!, xy[2 * node + 1]!];
  }

  #distance(v: number, w: number): number {
    const [x, y] = this.#point(v);
    const [u, t] = this.#point(w);
    return Math.hypot(x - u, y - t);
  }
}
