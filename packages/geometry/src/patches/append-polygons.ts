import type { Polygons } from '../polygons.ts';

/** The features of `a`, then those of `b`, in new arrays. */
export function appendPolygons(a: Polygons, b: Polygons): Polygons {
  const xy = new Float64Array(a.xy.length + b.xy.length);
  xy.set(a.xy);
  xy.set(b.xy, a.xy.length);
  return {
    xy,
    ringStart: continued(a.ringStart, b.ringStart),
    polygonStart: continued(a.polygonStart, b.polygonStart),
    featureStart: continued(a.featureStart, b.featureStart),
  };
}

function continued(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length + b.length - 1);
  out.set(a);
  const last = a[a.length - 1]!;
  for (let i = 1; i < b.length; i++) out[a.length - 1 + i] = last + b[i]!;
  return out;
}
