import { type Overlay, type Pieces, PolygonsBuilder, selectFeatures } from '@tuheng/geometry';
import type { Tolerance } from '@tuheng/standard';
import { selectPieces, splitNoise } from '../noise.ts';
import type { WorkingLayer } from '../working-layer.ts';
import type { LayerChange } from './change.ts';
import { matchUnchanged } from './match.ts';
import { outside } from './outside.ts';

const emptyPieces: Pieces = {
  polygons: new PolygonsBuilder().build(),
  left: new Uint32Array(),
  right: new Int32Array(),
};

/**
 * 调入/调出: OUT = A − B, IN = B − A, as point sets. Where features of one side overlap each other the shared part belongs
 * to the first of them, so that no ground is counted twice.
 */
export function transferChange(
  code: string,
  filed: WorkingLayer,
  maintained: WorkingLayer,
  overlay: Overlay,
  tolerance: Tolerance,
): LayerChange {
  const match = matchUnchanged(filed, maintained, tolerance.grid);
  const out = withoutOverlap(outside(match.filed, maintained, match.maintained, overlay), overlay);
  const into = withoutOverlap(outside(match.maintained, filed, match.filed, overlay), overlay);
  const outSplit = splitNoise(out, tolerance);
  const inSplit = splitNoise(into, tolerance);
  const touched = [...new Set(outSplit.real.left)].sort((a, b) => a - b);
  return {
    code,
    mode: 'transfer',
    filed,
    maintained,
    match,
    transferIn: inSplit.real,
    transferOut: outSplit.real,
    reclassified: emptyPieces,
    noise: { transferIn: inSplit.noise, transferOut: outSplit.noise, reclassified: emptyPieces },
    kept: keptWithin(filed, touched, maintained, overlay),
  };
}

/** Cuts from every piece what an earlier piece covers already. */
function withoutOverlap(pieces: Pieces, overlay: Overlay): Pieces {
  const shared = overlay.intersect(pieces.polygons, pieces.polygons);
  const earlier = new Map<number, number[]>();
  for (const [k, i] of shared.left.entries()) {
    const j = shared.right[k]!;
    if (j > i) earlier.set(j, [...(earlier.get(j) ?? []), i]);
  }
  if (earlier.size === 0) return pieces;
  const builder = new PolygonsBuilder();
  const left: number[] = [];
  const right: number[] = [];
  for (let k = 0; k < pieces.left.length; k++) {
    const covering = earlier.get(k);
    const rest = covering
      ? overlay.subtract(selectFeatures(pieces.polygons, [k]), selectFeatures(pieces.polygons, covering))
      : selectPieces(pieces, [k]);
    for (let r = 0; r < rest.left.length; r++) {
      builder.copyFeature(rest.polygons, r);
      left.push(pieces.left[k]!);
      right.push(pieces.right[k]!);
    }
  }
  return { polygons: builder.build(), left: Uint32Array.from(left), right: Int32Array.from(right) };
}

/** B within the touched features of A; `left` counts features of A. */
function keptWithin(
  filed: WorkingLayer,
  touched: readonly number[],
  maintained: WorkingLayer,
  overlay: Overlay,
): Pieces {
  const pieces = overlay.intersect(selectFeatures(filed.polygons, touched), maintained.polygons);
  return withoutOverlap({ ...pieces, left: Uint32Array.from(pieces.left, (i) => touched[i]!) }, overlay);
}
