import { type Polygons, PolygonsBuilder } from '../polygons.ts';

/** A repeatable sequence of numbers in 0 … 1. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

/** A coverage of `columns × rows` quadrangles with shared, moved corners, about (x, y), each about `size` wide. */
export function lattice(
  columns: number,
  rows: number,
  size: number,
  x: number,
  y: number,
  seed: number,
): Polygons {
  const random = sequence(seed);
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, k) => [
    x + size * ((k % (columns + 1)) + 0.6 * random()),
    y + size * (Math.floor(k / (columns + 1)) + 0.6 * random()),
  ]);
  const builder = new PolygonsBuilder();
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const k = j * (columns + 1) + i;
      builder.addRing([k, k + 1, k + columns + 2, k + columns + 1].flatMap((c) => corners[c]!));
      builder.endPolygon();
      builder.endFeature();
    }
  }
  return builder.build();
}
