import type { Polygons } from '../polygons.ts';
import { signedRingArea } from '../ring.ts';
import { Arcs } from './arrangement/arcs.ts';
import { addRing, arrange } from './arrangement/arrange.ts';
import { Nodes } from './arrangement/nodes.ts';
import { type Region, traceRegions } from './arrangement/regions.ts';

type Window = readonly [number, number, number, number];

/**
 * The ground that feature `f` of `p` and feature `g` of `q` share, as connected regions. Only what runs near the common part of their
 * boxes is looked at: a large feature costs one pass over its vertices.
 */
export function pairOverlap(p: Polygons, f: number, q: Polygons, g: number): Region[] {
  const a = boxOf(p, f);
  const b = boxOf(q, g);
  const window: Window = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ];
  if (!(window[0] <= window[2] && window[1] <= window[3])) return [];
  const nodes = new Nodes();
  const arcs = new Arcs();
  addNear(nodes, arcs, p, f, 0, window);
  addNear(nodes, arcs, q, g, 1, window);
  const { faces } = arrange(nodes, arcs);
  const shared = new Uint8Array(faces.count);
  for (let face = 0; face < shared.length; face++) {
    shared[face] = faces.cover[2 * face]! > 0 && faces.cover[2 * face + 1]! > 0 ? 1 : 0;
  }
  return traceRegions(faces, shared);
}

/**
 * Adds the rings of a feature, shortened where they run outside the window: of vertices one after the other on the same side of it
 * only the first and the last are kept. That moves the ring within a half-plane outside the window, so how often it winds around
 * a point inside does not change; and no coordinate is computed.
 */
function addNear(nodes: Nodes, arcs: Arcs, p: Polygons, f: number, layer: 0 | 1, window: Window): void {
  const { xy } = p;
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      const from = p.ringStart[r]!;
      const to = p.ringStart[r + 1]!;
      const leftIsInside = signedRingArea(xy, from, to) >= 0 === (r === p.polygonStart[g]);
      const kept: number[] = [];
      for (let v = from; v < to; v++) {
        const sides = sidesOf(window, xy[2 * v]!, xy[2 * v + 1]!);
        const n = kept.length / 2;
        if (v + 1 < to && v > from && (sides & sidesOf(window, xy[2 * v + 2]!, xy[2 * v + 3]!)) !== 0) {
          // Droppable when the last kept vertex shares that side too.
          const last = sidesOf(window, kept[2 * n - 2]!, kept[2 * n - 1]!);
          if ((last & sides & sidesOf(window, xy[2 * v + 2]!, xy[2 * v + 3]!)) !== 0) continue;
        }
        kept.push(xy[2 * v]!, xy[2 * v + 1]!);
      }
      const ring = Float64Array.from(kept);
      addRing(nodes, arcs, ring, 0, ring.length / 2, leftIsInside ? 1 : -1, layer, layer);
    }
  }
}

/** Sides of the window beyond which a point lies, as bits: west, east, south, north. */
function sidesOf(window: Window, x: number, y: number): number {
  return (
    (x < window[0] ? 1 : 0) | (x > window[2] ? 2 : 0) | (y < window[1] ? 4 : 0) | (y > window[3] ? 8 : 0)
  );
}

function boxOf(p: Polygons, f: number): Window {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  const first = p.ringStart[p.polygonStart[p.featureStart[f]!]!]!;
  const last = p.ringStart[p.polygonStart[p.featureStart[f + 1]!]!]!;
  for (let v = first; v < last; v++) {
    minX = Math.min(minX, p.xy[2 * v]!);
    maxX = Math.max(maxX, p.xy[2 * v]!);
    minY = Math.min(minY, p.xy[2 * v + 1]!);
    maxY = Math.max(maxY, p.xy[2 * v + 1]!);
  }
  return [minX, minY, maxX, maxY];
}
