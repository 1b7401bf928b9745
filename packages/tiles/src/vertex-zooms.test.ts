import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import { EXACT_ZOOM, TOLERANCE, worldUnits } from './grid.ts';
import { sequence } from './testing/layers.ts';
import { vertexZooms } from './vertex-zooms.ts';

/** Rings, each a feature, in units of zoom 12 from the middle of the world. */
function rings(...list: (readonly (readonly [number, number])[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const ring of list) {
    builder.addRing(ring.flatMap(([x, y]) => [0.5 + x / worldUnits(12), 0.5 + y / worldUnits(12)]));
    builder.endPolygon();
    builder.endFeature();
  }
  return builder.build();
}

describe('vertexZooms', () => {
  it('keeps the ends of a lonely ring and drops what lies on a line until tiles are exact', () => {
    const square = rings([
      [0, 0],
      [50, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ]);
    const [corner, middle, , opposite, , closing] = vertexZooms(square);
    expect([corner, middle, opposite, closing]).toEqual([0, EXACT_ZOOM, 0, 0]);
  });

  it('needs a vertex from the zoom at which its deviation is more than the tolerance', () => {
    const bump = (height: number): number | undefined =>
      vertexZooms(
        rings([
          [0, 0],
          [500, -height],
          [1000, 0],
          [1000, 1000],
          [0, 1000],
        ]),
      )[1];
    expect(bump(1.01 * TOLERANCE)).toBe(12);
    expect(bump(0.99 * TOLERANCE)).toBe(13);
    expect(bump(1.01 * TOLERANCE * 8)).toBe(9);
  });

  it('simplifies both sides of a border alike, wherever their rings begin and however they run', () => {
    const random = sequence(7);
    const line = Array.from({ length: 60 }, (_, k): [number, number] => [k * 10, 20 * random()]);
    const above = [...line, [590, 300], [0, 300]] as [number, number][];
    const below = [...line].reverse().concat([
      [0, -300],
      [590, -300],
    ]);
    const turned = [...below.slice(17), ...below.slice(0, 17)];
    const p = rings(above, turned, [...above].reverse());
    const zooms = vertexZooms(p);
    const byPlace = new Map<string, number>();
    for (const [v, zoom] of zooms.entries()) {
      const place = `${p.xy[2 * v]},${p.xy[2 * v + 1]}`;
      expect(byPlace.get(place) ?? zoom, place).toBe(zoom);
      byPlace.set(place, zoom);
    }
    // The ends of the border, where three lines meet, are always there; of the rest low zooms leave much out.
    expect([byPlace.get(`${p.xy[0]},${p.xy[1]}`), Math.max(...zooms)]).toEqual([0, expect.any(Number)]);
    expect(zooms.filter((zoom) => zoom > 8).length).toBeGreaterThan(60);
  });

  it('gives the same, whichever feature comes first', () => {
    const random = sequence(3);
    const border = Array.from({ length: 30 }, (_, k): [number, number] => [k * 7, 9 * random()]);
    const a = [...border, [203, 80], [0, 80]] as [number, number][];
    const b = [...border, [203, -80], [0, -80]].reverse() as [number, number][];
    const first = vertexZooms(rings(a, b));
    const second = vertexZooms(rings(b, a));
    expect([...first.slice(0, a.length)]).toEqual([...second.slice(b.length + 1, -1)]);
  });

  it('leaves the line within the tolerance at every zoom', () => {
    const random = sequence(11);
    const ring = Array.from({ length: 400 }, (_, k): [number, number] => {
      const turn = (2 * Math.PI * k) / 400;
      const radius = 3000 + 200 * random();
      return [radius * Math.cos(turn), radius * Math.sin(turn)];
    });
    const p = rings(ring);
    const zooms = vertexZooms(p);
    for (let z = 8; z < EXACT_ZOOM; z++) {
      const kept = [...zooms.keys()].filter((v) => zooms[v]! <= z);
      let worst = 0;
      for (let k = 1; k < kept.length; k++) {
        for (let v = kept[k - 1]! + 1; v < kept[k]!; v++) {
          worst = Math.max(worst, distance(p.xy, v, kept[k - 1]!, kept[k]!) * worldUnits(z));
        }
      }
      expect(worst).toBeLessThanOrEqual(TOLERANCE);
    }
  });
});

function distance(xy: Float64Array, v: number, a: number, b: number): number {
  const [dx, dy] = [xy[2 * b]! - xy[2 * a]!, xy[2 * b + 1]! - xy[2 * a + 1]!];
  const [x, y] = [xy[2 * v]! - xy[2 * a]!, xy[2 * v + 1]! - xy[2 * a + 1]!];
  const along = Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - along * dx, y - along * dy);
}
