import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import { type Column, crsOf } from '@tuheng/standard';
import type { NumberedFeatures } from '../prepare-layer.ts';

/** Zone 44 with prefix; the plan's usual coordinates. */
export const crs = crsOf(4532)!;

/** A corner of a county, metres. */
export const corner = { x: 44_532_000, y: 5_236_000 } as const;

/** Polygons as a layer: numbers from 1, BSM with a prefix, DLBM from a list that repeats, TBMJ the index in tenths. */
export function numbered(
  polygons: Polygons,
  classes: readonly (string | null)[] = ['0101'],
): NumberedFeatures {
  const n = polygons.featureStart.length - 1;
  const each = <T>(value: (f: number) => T): T[] => Array.from({ length: n }, (_, f) => value(f));
  const columns = new Map<string, Column>([
    ['BSM', { kind: 'text', values: each((f) => `23089800${String(f + 1).padStart(10, '0')}`) }],
    ['DLBM', { kind: 'text', values: each((f) => classes[f % classes.length]!) }],
    ['DLMC', { kind: 'text', values: each((f) => `地类${classes[f % classes.length]}`) }],
    ['TBMJ', { kind: 'number', values: Float64Array.from(each((f) => (f === 0 ? Number.NaN : f / 10))) }],
  ]);
  return { layer: { code: 'DLTB', crs, polygons, columns }, ids: Uint32Array.from(each((f) => f + 1)) };
}

/** Features of polygons of rings, in metres from `corner`. */
export function polygonsAt(features: readonly (readonly (readonly (readonly number[])[])[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const polygons of features) {
    for (const rings of polygons) {
      for (const ring of rings) builder.addRing(ring.map((c, i) => c + (i % 2 === 0 ? corner.x : corner.y)));
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

export function square(x: number, y: number, side: number): number[] {
  return [x, y, x + side, y, x + side, y + side, x, y + side];
}

/** A repeatable sequence of numbers from 0 to 1. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

/** Parcels with common wiggly borders, about `size` metres wide, `points` vertices within each border. */
export function wigglyParcels(
  columns: number,
  rows: number,
  size: number,
  points: number,
  seed: number,
): Polygons {
  const random = sequence(seed);
  const across = columns + 1;
  const corners = Array.from({ length: across * (rows + 1) }, (_, k) => [
    size * ((k % across) + 0.4 * random()),
    size * (Math.floor(k / across) + 0.4 * random()),
  ]);
  /** The line from corner `a` to the one east or north of it, its last point left out. */
  const border = (a: number, b: number): number[][] => {
    const line = [corners[a]!];
    for (let i = 1; i <= points; i++) {
      const along = i / (points + 1);
      line.push(
        [0, 1].map(
          (c) => corners[a]![c]! * (1 - along) + corners[b]![c]! * along + 0.05 * size * (random() - 0.5),
        ),
      );
    }
    return line;
  };
  const east = corners.map((_, k) => (k % across < columns ? border(k, k + 1) : []));
  const north = corners.map((_, k) => (k + across < corners.length ? border(k, k + across) : []));
  const back = (line: number[][], end: number): number[][] => [corners[end]!, ...line.slice(1).reverse()];
  return polygonsAt(
    Array.from({ length: columns * rows }, (_, k) => {
      const a = Math.floor(k / columns) * across + (k % columns);
      const c = a + across;
      return [[[...east[a]!, ...north[a + 1]!, ...back(east[c]!, c + 1), ...back(north[a]!, c)].flat()]];
    }),
  );
}
