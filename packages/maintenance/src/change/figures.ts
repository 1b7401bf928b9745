import type { Pieces } from '@tuheng/geometry';
import type { Tolerance } from '@tuheng/standard';
import type { Measure } from '../measure.ts';
import { noPieces } from '../measure.ts';
import type { AreaFigures, Conservation, LayerReview, MatrixRow, PieceFigures } from '../review.ts';
import type { WorkingLayer } from '../working-layer.ts';
import type { LayerChange } from './change.ts';
import { classOf } from './reclassify.ts';

/** Sum of figures. */
function add(...parts: readonly PieceFigures[]): PieceFigures {
  return parts.reduce(
    (sum, p) => ({
      pieces: sum.pieces + p.pieces,
      area: sum.area + p.area,
      planeArea: sum.planeArea + p.planeArea,
    }),
    noPieces,
  );
}

/**
 * The figures of a layer's change. For transfer layers the area of a side is that of the ground covered (`coverage`, dissolved:
 * ground under two features counts once); for reclassify layers, which are coverages, it is the sum of the features.
 */
export function layerFigures(
  change: LayerChange,
  title: string,
  comparedField: string | null,
  coverage: { readonly filed: PieceFigures; readonly maintained: PieceFigures },
  measure: Measure,
  tolerance: Tolerance,
): LayerReview {
  const transferIn = measure.total(change.transferIn.polygons);
  const transferOut = measure.total(change.transferOut.polygons);
  const noiseIn = measure.total(change.noise.transferIn.polygons);
  const noiseOut = measure.total(change.noise.transferOut.polygons);
  const noiseClass = measure.total(change.noise.reclassified.polygons);
  const side = (layer: WorkingLayer, covered: PieceFigures): AreaFigures => ({
    features: layer.layer.polygons.featureStart.length - 1,
    area: covered.area,
    planeArea: covered.planeArea,
  });
  return {
    mode: change.mode,
    title,
    filed: side(change.filed, coverage.filed),
    maintained: side(change.maintained, coverage.maintained),
    unchanged: { features: change.match.partner.length - change.match.filed.features.length },
    change: {
      transferIn,
      transferOut,
      reclassified: {
        ...measure.total(change.reclassified.polygons),
        matrix: comparedField ? classMatrix(change, comparedField, measure) : [],
      },
    },
    noise: add(noiseIn, noiseOut, noiseClass),
    conservation: conservation(
      change,
      coverage,
      add(transferIn, noiseIn),
      add(transferOut, noiseOut),
      measure,
      tolerance,
    ),
  };
}

/** From class to class: pieces and areas, largest first. */
function classMatrix(change: LayerChange, field: string, measure: Measure): MatrixRow[] {
  const rows = new Map<string, MatrixRow>();
  const { polygons, left, right } = change.reclassified;
  for (let k = 0; k < left.length; k++) {
    const from = classOf(change.filed.layer, field, left[k]!);
    const to = classOf(change.maintained.layer, field, right[k]!);
    const key = `${from}\u0000${to}`;
    const sum = add(rows.get(key) ?? noPieces, measure.total(polygons, [k]));
    rows.set(key, { from, to, ...sum });
  }
  return [...rows.values()].sort(
    (a, b) => b.area - a.area || (a.from < b.from ? -1 : 1) || (a.to < b.to ? -1 : 1),
  );
}

function conservation(
  change: LayerChange,
  coverage: { readonly filed: PieceFigures; readonly maintained: PieceFigures },
  into: PieceFigures,
  out: PieceFigures,
  measure: Measure,
  tolerance: Tolerance,
): Conservation {
  const balance = (before: number, after: number, outArea: number, inArea: number): number =>
    Math.abs(after - (before - outArea + inArea));
  const residual = balance(
    coverage.filed.planeArea,
    coverage.maintained.planeArea,
    out.planeArea,
    into.planeArea,
  );
  const touched = [
    ...new Set(change.mode === 'transfer' ? change.transferOut.left : change.reclassified.left),
  ];
  const before = measure.total(change.filed.polygons, touched).planeArea;
  const kept = measure.total(change.kept.polygons).planeArea;
  const lost =
    sumPlane(change.transferOut, touched, measure) + sumPlane(change.noise.transferOut, touched, measure);
  const changeSetResidual = Math.abs(kept - (before - lost));
  const counted = change.match.filed.features.length + change.match.maintained.features.length;
  const pieces = into.pieces + out.pieces + change.kept.left.length;
  const allowed = tolerance.areaPerFeature * Math.max(1, counted + pieces);
  return {
    residual,
    ellipsoidResidual: balance(coverage.filed.area, coverage.maintained.area, out.area, into.area),
    changeSetResidual,
    allowed,
    holds: residual <= allowed && changeSetResidual <= allowed,
  };
}

function sumPlane(pieces: Pieces, features: readonly number[], measure: Measure): number {
  const wanted = new Set(features);
  const inside = [...pieces.left.keys()].filter((k) => wanted.has(pieces.left[k]!));
  return measure.total(pieces.polygons, inside).planeArea;
}
