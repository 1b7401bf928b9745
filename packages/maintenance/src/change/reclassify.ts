import { concatPolygons, type Overlay, type Pieces, PolygonsBuilder } from '@tuheng/geometry';
import type { Tolerance } from '@tuheng/standard';
import { type Layer, textAt } from '@tuheng/standard';
import { splitNoise } from '../noise.ts';
import type { WorkingLayer } from '../working-layer.ts';
import type { LayerChange } from './change.ts';
import { type Match, matchUnchanged } from './match.ts';
import { outside } from './outside.ts';

/** The compared value of feature `f`; an empty field is a class of its own, shown as （空）. */
export function classOf(layer: Layer, field: string, f: number): string {
  return textAt(layer, field, f) ?? '（空）';
}

/**
 * 属性变更: the pieces of A∩B whose compared field differs. Pairs of identical shape are compared without overlay; ground
 * covered on one side only (a fault of a covering layer) is told as transfer in or out.
 */
export function reclassifyChange(
  code: string,
  field: string,
  filed: WorkingLayer,
  maintained: WorkingLayer,
  overlay: Overlay,
  tolerance: Tolerance,
): LayerChange {
  const match = matchUnchanged(filed, maintained, tolerance.grid);
  const differs = (f: number, g: number): boolean =>
    classOf(filed.layer, field, f) !== classOf(maintained.layer, field, g);
  const changed = splitNoise(sharedPieces(filed, match, overlay, differs), tolerance);
  const touched = new Set(changed.real.left);
  // Of ground that keeps its class only what stands within touched features is delivered (WHH).
  const within = sharedPieces(filed, match, overlay, (f) => touched.has(f));
  const out = outside(match.filed, maintained, match.maintained, overlay);
  const into = outside(match.maintained, filed, match.filed, overlay);
  const outSplit = splitNoise(out, tolerance);
  const inSplit = splitNoise(into, tolerance);
  return {
    code,
    mode: 'reclassify',
    filed,
    maintained,
    match,
    transferIn: inSplit.real,
    transferOut: outSplit.real,
    reclassified: changed.real,
    noise: { transferIn: inSplit.noise, transferOut: outSplit.noise, reclassified: changed.noise },
    kept: within,
  };
}

/** A∩B of the `wanted` pairs: overlaid pieces of unpaired features, and paired shapes as they are. */
function sharedPieces(
  filed: WorkingLayer,
  match: Match,
  overlay: Overlay,
  wanted: (f: number, g: number) => boolean,
): Pieces {
  const overlaid = overlay.intersect(match.filed.polygons, match.maintained.polygons, (i, j) =>
    wanted(match.filed.features[i]!, match.maintained.features[j]!),
  );
  const builder = new PolygonsBuilder();
  const left: number[] = [];
  const right: number[] = [];
  for (const [f, g] of match.partner.entries()) {
    if (g < 0 || !wanted(f, g)) continue;
    const { featureStart } = filed.polygons;
    for (let p = featureStart[f]!; p < featureStart[f + 1]!; p++) {
      builder.copyPolygon(filed.polygons, p);
      builder.endFeature();
      left.push(f);
      right.push(g);
    }
  }
  return {
    polygons: concatPolygons([overlaid.polygons, builder.build()]),
    left: Uint32Array.from([...Array.from(overlaid.left, (i) => match.filed.features[i]!), ...left]),
    right: Int32Array.from([...Array.from(overlaid.right, (i) => match.maintained.features[i]!), ...right]),
  };
}
