import type { CoveragePiece, Polygons } from '@tuheng/geometry';
import Flatbush from 'flatbush';

export interface SortedGaps {
  /** What was left out, a sentence in Chinese. */
  readonly notRun?: string;
  /** Gaps that the layer's features enclose. */
  readonly enclosed: readonly CoveragePiece[];
  /** Gaps with part of the boundary as their border. */
  readonly atBoundary: readonly CoveragePiece[];
}

/** Tells gaps inside a layer from ground missing at its boundary: the latter have an edge on it, within `snap`. */
export function sortGaps(
  gaps: readonly CoveragePiece[],
  boundary: Polygons | undefined,
  snap: number,
): SortedGaps {
  if (!boundary || gaps.length === 0) return { enclosed: gaps, atBoundary: [] };
  const onBoundary = edgeTest(boundary, snap);
  const enclosed: CoveragePiece[] = [];
  const atBoundary: CoveragePiece[] = [];
  for (const gap of gaps)
    (gap.rings.some((ring) => hasEdgeOn(ring, onBoundary)) ? atBoundary : enclosed).push(gap);
  return { enclosed, atBoundary };
}

function hasEdgeOn(ring: readonly number[], onBoundary: (x: number, y: number) => boolean): boolean {
  for (let i = 0; i + 3 < ring.length; i += 2) {
    // The middle of an edge: a gap may touch the boundary with a corner and still be enclosed.
    if (onBoundary((ring[i]! + ring[i + 2]!) / 2, (ring[i + 1]! + ring[i + 3]!) / 2)) return true;
  }
  return false;
}

/** Whether a point lies on an edge of the polygons. */
function edgeTest({ xy, ringStart }: Polygons, snap: number): (x: number, y: number) => boolean {
  const starts: number[] = [];
  for (let r = 0; r < ringStart.length - 1; r++) {
    for (let v = ringStart[r]!; v + 1 < ringStart[r + 1]!; v++) starts.push(2 * v);
  }
  const index = new Flatbush(Math.max(1, starts.length));
  for (const i of starts) {
    index.add(
      Math.min(xy[i]!, xy[i + 2]!),
      Math.min(xy[i + 1]!, xy[i + 3]!),
      Math.max(xy[i]!, xy[i + 2]!),
      Math.max(xy[i + 1]!, xy[i + 3]!),
    );
  }
  if (starts.length === 0) index.add(0, 0, 0, 0);
  index.finish();
  return (x, y) =>
    index.search(x - snap, y - snap, x + snap, y + snap).some((k) => {
      const i = starts[k];
      return i !== undefined && distance(x, y, xy, i) <= snap;
    });
}

function distance(x: number, y: number, xy: Float64Array, i: number): number {
  const [x0, y0] = [xy[i]!, xy[i + 1]!];
  const [dx, dy] = [xy[i + 2]! - x0, xy[i + 3]! - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}
