import { lonLatGeometry, type Polygons, type Transform } from '@tuheng/geometry';
import type { Measure } from './measure.ts';
import type { Evidence } from './review.ts';

export function pieceEvidence(
  p: Polygons,
  f: number,
  measure: Measure,
  toLonLat: Transform,
  about: Pick<Evidence, 'layer' | 'bsm' | 'side' | 'label'>,
): Evidence {
  return {
    layer: about.layer,
    bsm: about.bsm,
    side: about.side,
    area: centi(measure.ellipsoid(p, f)),
    planeArea: centi(measure.plane(p, f)),
    label: about.label,
    geometry: lonLatGeometry(p, f, toLonLat),
  };
}

const centi = (value: number): number => Math.round(value * 100) / 100;

/** Largest first; equal ones by place, so that the order never depends on the run. */
export function sortEvidence(evidence: readonly Evidence[]): Evidence[] {
  const place = (e: Evidence): string => JSON.stringify(e.geometry.coordinates[0]);
  return [...evidence].sort((a, b) => b.area - a.area || (place(a) < place(b) ? -1 : 1));
}
