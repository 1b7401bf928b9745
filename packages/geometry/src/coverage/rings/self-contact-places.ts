import { packTree, TreeSearch } from '../../edges/packed-tree.ts';
import { side } from '../../edges/side.ts';
import type { Polygons } from '../../polygons.ts';
import type { SelfContact } from '../report.ts';

export interface ContactPlaces {
  readonly crossings: SelfContact[];
  readonly touches: SelfContact[];
}

type Segment = readonly [number, number, number, number];

/**
 * Where the boundary of feature `f` meets itself apart from edges that follow each other: `crossings` of two edges and stretches where
 * two lie on each other, and `touches` at a point, each place once. A touch where edges of the feature meet at a vertex is no fault
 * in the OGC sense unless it cuts the interior in two; a person decides.
 *
 * @param p rings without repeated points and spikes
 * @param most the search ends when more crossings than this were found
 */
export function selfContactPlaces(p: Polygons, f: number, most = Number.POSITIVE_INFINITY): ContactPlaces {
  const { xy } = p;
  const firstRing = p.polygonStart[p.featureStart[f]!]!;
  const lastRing = p.polygonStart[p.featureStart[f + 1]!]!;
  const edge: number[] = [];
  const ringOf: number[] = [];
  const boxes: number[] = [];
  for (let r = firstRing; r < lastRing; r++) {
    for (let v = p.ringStart[r]!; v < p.ringStart[r + 1]! - 1; v++) {
      edge.push(v);
      ringOf.push(r);
      const [ax, ay, bx, by] = ends(xy, v);
      boxes.push(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
  }
  const tree = packTree(Float64Array.from(boxes));
  const search = new TreeSearch();
  const crossings = new Map<string, SelfContact>();
  const touches = new Map<string, SelfContact>();
  for (let i = 0; i < edge.length; i++) {
    const found = search.search(tree, boxes[4 * i]!, boxes[4 * i + 1]!, boxes[4 * i + 2]!, boxes[4 * i + 3]!);
    for (const j of found.sort((a, b) => a - b)) {
      if (j <= i || follow(p, ringOf[i]!, edge[i]!, ringOf[j]!, edge[j]!)) continue;
      const meeting = meet(ends(xy, edge[i]!), ends(xy, edge[j]!));
      if (!meeting) continue;
      const contact: SelfContact = {
        feature: f,
        rings: [ringOf[i]!, ringOf[j]!],
        segment: meeting.segment,
      };
      const into = meeting.crosses ? crossings : touches;
      const key = meeting.segment.join();
      if (!into.has(key)) into.set(key, contact);
      if (crossings.size > most) return { crossings: [...crossings.values()], touches: [] };
    }
  }
  return { crossings: [...crossings.values()], touches: [...touches.values()] };
}

function ends(xy: Float64Array, v: number): Segment {
  return [xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!];
}

/** Whether edge `b` follows edge `a` in the ring, or the other way round. */
function follow(p: Polygons, ringA: number, a: number, ringB: number, b: number): boolean {
  if (ringA !== ringB) return false;
  return b === a + 1 || (a === p.ringStart[ringA] && b === p.ringStart[ringA + 1]! - 2);
}

function meet(
  [ax, ay, bx, by]: Segment,
  [cx, cy, dx, dy]: Segment,
): { segment: Segment; crosses: boolean } | undefined {
  const c = side(ax, ay, bx, by, cx, cy);
  const d = side(ax, ay, bx, by, dx, dy);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return undefined;
  if (c === 0 && d === 0) {
    const inBox = (x: number, y: number, s: Segment): boolean =>
      x >= Math.min(s[0], s[2]) &&
      x <= Math.max(s[0], s[2]) &&
      y >= Math.min(s[1], s[3]) &&
      y <= Math.max(s[1], s[3]);
    const shared = [
      ...(
        [
          [ax, ay],
          [bx, by],
        ] as const
      ).filter(([x, y]) => inBox(x, y, [cx, cy, dx, dy])),
      ...(
        [
          [cx, cy],
          [dx, dy],
        ] as const
      ).filter(([x, y]) => inBox(x, y, [ax, ay, bx, by])),
    ].sort((u, v) => u[0] - v[0] || u[1] - v[1]);
    const first = shared[0];
    const last = shared.at(-1);
    if (!first || !last) return undefined;
    return { segment: [...first, ...last], crosses: first[0] !== last[0] || first[1] !== last[1] };
  }
  const a = side(cx, cy, dx, dy, ax, ay);
  const b = side(cx, cy, dx, dy, bx, by);
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return undefined;
  const touching =
    c === 0 ? [cx, cy] : d === 0 ? [dx, dy] : a === 0 ? [ax, ay] : b === 0 ? [bx, by] : undefined;
  const t = a / (a - b);
  const [x, y] = (touching ?? [ax + t * (bx - ax), ay + t * (by - ay)]) as [number, number];
  return { segment: [x, y, x, y], crosses: touching === undefined };
}
