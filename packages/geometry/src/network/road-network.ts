import Flatbush from 'flatbush';
import type { Polygons } from '../polygons.ts';
import type { Polylines } from '../polylines.ts';
import { graphOf, type NetworkGraph } from './graph.ts';
import { placeOnSegment } from './place-on-segment.ts';
import { spreadWays } from './ways.ts';

/** The place on a road that is nearest to a point. Lengths in the coordinates' unit. */
export interface RoadPlace {
  readonly edge: number;
  /** Length from the edge's first node. */
  readonly along: number;
  /** Straight way from the point to the road. */
  readonly away: number;
}

/** How far points are from what the reach was made of. */
export interface NetworkReach {
  /**
   * Straight way from the point to the nearest place on a road, the shortest way along roads, and the straight way from there to the
   * source. Infinity where no road leads there.
   */
  lengthFrom(x: number, y: number): number;
}

/** A place on an edge from which a source is reached over `rest`. */
interface Door {
  readonly along: number;
  readonly rest: number;
}

/** Roads joined to a network in one plane. Never changes after it is built. */
export class RoadNetwork {
  readonly graph: NetworkGraph;
  readonly #index: Flatbush | undefined;

  private constructor(graph: NetworkGraph) {
    this.graph = graph;
    this.#index = indexEdges(graph);
  }

  /** The network of some lines; see `graphOf` for what is joined. */
  static of(lines: Polylines, snap: number): RoadNetwork {
    return new RoadNetwork(graphOf(lines, snap));
  }

  /** The place on a road nearest to a point, the edge of least number where several are; undefined where there is no road. */
  placeOf(x: number, y: number): RoadPlace | undefined {
    const index = this.#index;
    if (!index) return undefined;
    const [first] = index.neighbors(x, y, 1);
    // No road is nearer than the one whose box is: what lies in the box of its distance is all that can be.
    const most = this.#onEdge(first!, x, y).away;
    let best: RoadPlace | undefined;
    for (const edge of index.search(x - most, y - most, x + most, y + most)) {
      const place = this.#onEdge(edge, x, y);
      const better = !best || place.away < best.away || (place.away === best.away && edge < best.edge);
      if (better) best = place;
    }
    return best ?? this.#onEdge(first!, x, y);
  }

  /** The reach of single points. `xy`: x, y, x, y … */
  reachOfPoints(xy: ArrayLike<number>): NetworkReach {
    const doors = new Map<number, Door[]>();
    const { from, to, edgeLength, x } = this.graph;
    const length = new Float64Array(x.length).fill(Infinity);
    for (let i = 0; i + 1 < xy.length; i += 2) {
      const place = this.placeOf(xy[i]!, xy[i + 1]!);
      if (!place) break;
      const { edge, along, away } = place;
      const ofEdge = doors.get(edge);
      if (ofEdge) ofEdge.push({ along, rest: away });
      else doors.set(edge, [{ along, rest: away }]);
      const [a, b] = [from[edge]!, to[edge]!];
      length[a] = Math.min(length[a]!, away + along);
      length[b] = Math.min(length[b]!, away + edgeLength[edge]! - along);
    }
    spreadWays(this.graph, length);
    return { lengthFrom: (px, py) => this.#lengthFrom(px, py, length, doors) };
  }

  /**
   * The reach of polygons: their boundaries are entered anywhere. Boundary points at most `spacing` apart stand for them, so a length
   * may be too long by half of it.
   */
  reachOfPolygons(polygons: Polygons, spacing: number): NetworkReach {
    const { xy, ringStart } = polygons;
    const points: number[] = [];
    for (let r = 0; r + 1 < ringStart.length; r++) {
      for (let v = ringStart[r]!; v + 1 < ringStart[r + 1]!; v++) {
        const [ax, ay] = [xy[2 * v]!, xy[2 * v + 1]!];
        const [bx, by] = [xy[2 * v + 2]!, xy[2 * v + 3]!];
        const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / spacing));
        for (let k = 0; k < steps; k++) {
          points.push(ax + (k / steps) * (bx - ax), ay + (k / steps) * (by - ay));
        }
      }
    }
    return this.reachOfPoints(points);
  }

  #lengthFrom(
    px: number,
    py: number,
    length: Float64Array,
    doors: ReadonlyMap<number, readonly Door[]>,
  ): number {
    const place = this.placeOf(px, py);
    if (!place) return Infinity;
    const { edge, along, away } = place;
    const { from, to, edgeLength } = this.graph;
    let least = Math.min(length[from[edge]!]! + along, length[to[edge]!]! + edgeLength[edge]! - along);
    // A source on the same edge is reached without passing a node.
    for (const door of doors.get(edge) ?? []) {
      least = Math.min(least, door.rest + Math.abs(door.along - along));
    }
    return away + least;
  }

  #onEdge(edge: number, px: number, py: number): RoadPlace {
    const { x, y, from, to, edgeLength } = this.graph;
    const [a, b] = [from[edge]!, to[edge]!];
    const { share, away } = placeOnSegment(px, py, x[a]!, y[a]!, x[b]!, y[b]!);
    return { edge, along: share * edgeLength[edge]!, away };
  }
}

function indexEdges({ x, y, from, to }: NetworkGraph): Flatbush | undefined {
  if (from.length === 0) return undefined;
  const index = new Flatbush(from.length);
  for (const [e, a] of from.entries()) {
    const b = to[e]!;
    index.add(Math.min(x[a]!, x[b]!), Math.min(y[a]!, y[b]!), Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!));
  }
  index.finish();
  return index;
}
