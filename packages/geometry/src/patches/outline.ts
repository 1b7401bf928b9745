import type { Polygons } from '../polygons.ts';
import { numberPoints } from './number-points.ts';

/** What is left of the edges of a layer when inner borders are gone: directed edges, interior to the left. */
export interface Outline {
  /** x and y of the start and the end of each edge. */
  readonly ends: Float64Array;
  /** Node where each edge starts and where it ends; nodes are the different points, numbered from 0. */
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  readonly nodes: number;
  /** Feature that each edge belongs to. */
  readonly feature: Uint32Array;
  /** Edge of the polygons that it is. */
  readonly edge: Uint32Array;
}

/** @param codes `2·edge + reversed`, ascending, as of `EdgeBalance.remaining` */
export function outlineOf(p: Polygons, codes: Uint32Array): Outline {
  const n = codes.length;
  const ends = new Float64Array(4 * n);
  const edge = new Uint32Array(n);
  const feature = new Uint32Array(n);
  let ring = 0;
  let polygon = 0;
  let f = 0;
  for (let k = 0; k < n; k++) {
    const e = codes[k]! >>> 1;
    const from = codes[k]! & 1 ? e + 1 : e;
    const to = codes[k]! & 1 ? e : e + 1;
    ends[4 * k] = p.xy[2 * from]!;
    ends[4 * k + 1] = p.xy[2 * from + 1]!;
    ends[4 * k + 2] = p.xy[2 * to]!;
    ends[4 * k + 3] = p.xy[2 * to + 1]!;
    while (p.ringStart[ring + 1]! <= e) ring++;
    while (p.polygonStart[polygon + 1]! <= ring) polygon++;
    while (p.featureStart[f + 1]! <= polygon) f++;
    edge[k] = e;
    feature[k] = f;
  }
  const { id, count } = numberPoints(ends);
  const tail = new Uint32Array(n);
  const head = new Uint32Array(n);
  for (let k = 0; k < n; k++) {
    tail[k] = id[2 * k]!;
    head[k] = id[2 * k + 1]!;
  }
  return { ends, tail, head, nodes: count, feature, edge };
}
