import {
  featureCount,
  meanWidth,
  type Pieces,
  type Polygons,
  planeArea,
  selectFeatures,
} from '@tuheng/geometry';
import type { Tolerance } from '@tuheng/standard';

/** Whether feature `f` is below the run's tolerance: thinner than a sliver (mean width 2A/P) or smaller than a speck. */
export function isNoise(p: Polygons, f: number, tolerance: Tolerance): boolean {
  return planeArea(p, f) < tolerance.sliverArea || meanWidth(p, f) < tolerance.sliverWidth;
}

/** The pieces that count, and 数据噪声: those below the tolerance. Nothing is dropped. */
export function splitNoise(pieces: Pieces, tolerance: Tolerance): { real: Pieces; noise: Pieces } {
  const real: number[] = [];
  const noise: number[] = [];
  for (let f = 0; f < featureCount(pieces.polygons); f++) {
    (isNoise(pieces.polygons, f, tolerance) ? noise : real).push(f);
  }
  return { real: selectPieces(pieces, real), noise: selectPieces(pieces, noise) };
}

export function selectPieces(pieces: Pieces, indices: readonly number[]): Pieces {
  return {
    polygons: selectFeatures(pieces.polygons, indices),
    left: Uint32Array.from(indices, (i) => pieces.left[i]!),
    right: Int32Array.from(indices, (i) => pieces.right[i]!),
  };
}
