import { concatPolygons, type Overlay, type Pieces, PolygonsBuilder, selectFeatures } from '@tuheng/geometry';
import { type Layer, textAt } from '@tuheng/standard';
import { selectPieces, splitNoise } from '../noise.ts';
import type { Tolerance } from '../tolerance.ts';
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
  const shared = sharedPieces(filed, maintained, match, field, overlay);
  const differing: number[] = [];
  for (let k = 0; k < shared.left.length; k++) {
    const from = classOf(filed.layer, field, shared.left[k]!);
    if (from !== classOf(maintained.layer, field, shared.right[k]!)) differing.push(k);
  }
  const changed = splitNoise(selectPieces(shared, differing), tolerance);
  const touched = new Set(changed.real.left);
  const within = [...shared.left.keys()].filter((k) => touched.has(shared.left[k]!));
  const out = outside(filed, match.changedFiled, maintained, match.changedMaintained, overlay);
  const into = outside(maintained, match.changedMaintained, filed, match.changedFiled, overlay);
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
    kept: selectPieces(shared, within),
  };
}

/** A∩B where something may have changed: overlaid pieces of unpaired features, and paired shapes whose class differs. */
function sharedPieces(
  filed: WorkingLayer,
  maintained: WorkingLayer,
  match: Match,
  field: string,
  overlay: Overlay,
): Pieces {
  const overlaid = overlay.intersect(
    selectFeatures(filed.polygons, match.changedFiled),
    selectFeatures(maintained.polygons, match.changedMaintained),
  );
  const builder = new PolygonsBuilder();
  const left: number[] = [];
  const right: number[] = [];
  for (const [f, g] of match.partner.entries()) {
    if (g < 0 || classOf(filed.layer, field, f) === classOf(maintained.layer, field, g)) continue;
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
    left: Uint32Array.from([...Array.from(overlaid.left, (i) => match.changedFiled[i]!), ...left]),
    right: Int32Array.from([...Array.from(overlaid.right, (i) => match.changedMaintained[i]!), ...right]),
  };
}
