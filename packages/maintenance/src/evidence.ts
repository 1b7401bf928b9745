import type { Polygons, Transform } from '@tuheng/geometry';
import type { Measure } from './measure.ts';
import type { Evidence, EvidenceGeometry } from './review.ts';

/** 0.1 mm on the ground. */
const DECIMALS = 1e9;

/** Feature `f` as GeoJSON in longitude and latitude; rings as they are (closed). */
export function lonLatGeometry(p: Polygons, f: number, toLonLat: Transform): EvidenceGeometry {
  const out: [number, number] = [0, 0];
  const polygons: number[][][][] = [];
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    const rings: number[][][] = [];
    for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
      const ring: number[][] = [];
      for (let v = p.ringStart[r]!; v < p.ringStart[r + 1]!; v++) {
        toLonLat(p.xy[2 * v]!, p.xy[2 * v + 1]!, out);
        ring.push([Math.round(out[0] * DECIMALS) / DECIMALS, Math.round(out[1] * DECIMALS) / DECIMALS]);
      }
      rings.push(ring);
    }
    polygons.push(rings);
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}

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
