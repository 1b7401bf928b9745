import { type Polygons, PolygonsBuilder } from '../polygons.ts';

export type Point = readonly [number, number];
export type Ring = readonly Point[];

/** A layer for tests: each feature is a list of polygons, each polygon a list of rings (outer first), open or closed. */
export function polygonsOf(features: readonly (readonly (readonly Ring[])[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const polygons of features) {
    for (const rings of polygons) {
      for (const ring of rings) builder.addRing(ring.flat());
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

/** A layer with one ring a feature. */
export function ringsOf(...rings: readonly Ring[]): Polygons {
  return polygonsOf(rings.map((ring) => [[ring]]));
}

/** Axis-parallel rectangle. */
export function rectangle(x: number, y: number, width: number, height: number): Ring {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}
