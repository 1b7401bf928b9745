import proj4 from 'proj4';
import type { Projection } from './gauss-kruger.ts';
import { mapCoordinates, type Polygons } from './polygons.ts';
import type { Polylines } from './polylines.ts';

/** CGCS2000: semi-major axis in metres and inverse flattening (GB 22021). */
const ELLIPSOID = '+a=6378137 +rf=298.257222101 +units=m +no_defs';

function definition(p: Projection): string {
  return p.kind === 'geographic'
    ? `+proj=longlat ${ELLIPSOID}`
    : `+proj=tmerc +lat_0=0 +lon_0=${p.centralMeridian} +k=1 +x_0=${p.falseEasting} +y_0=0 ${ELLIPSOID}`;
}

export type Transform = (x: number, y: number, out: [number, number]) => void;

/** Coordinate transform between two coordinate systems of CGCS2000; writes into `out` to spare allocations in loops. */
export function transformBetween(from: Projection, to: Projection): Transform {
  const converter = proj4(definition(from), definition(to));
  return (x, y, out) => {
    const [outX, outY] = converter.forward([x, y]) as [number, number];
    out[0] = outX;
    out[1] = outY;
  };
}

export function sameProjection(p: Projection, q: Projection): boolean {
  return definition(p) === definition(q);
}

/** Polygons in another coordinate system of CGCS2000; the same object where nothing changes. Edges stay straight lines. */
export function reprojectPolygons(p: Polygons, from: Projection, to: Projection): Polygons {
  if (sameProjection(from, to)) return p;
  return mapCoordinates(p, transformBetween(from, to));
}

/** Polylines in another coordinate system of CGCS2000; the same object where nothing changes. */
export function reprojectPolylines(lines: Polylines, from: Projection, to: Projection): Polylines {
  if (sameProjection(from, to)) return lines;
  const transform = transformBetween(from, to);
  const xy = new Float64Array(lines.xy.length);
  const out: [number, number] = [0, 0];
  for (let i = 0; i < xy.length; i += 2) {
    transform(lines.xy[i]!, lines.xy[i + 1]!, out);
    xy[i] = out[0];
    xy[i + 1] = out[1];
  }
  return { ...lines, xy };
}
