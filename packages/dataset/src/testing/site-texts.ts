import type { Polygons } from '@tuheng/geometry';

/** Rings of each polygon of each feature, closed, as pairs. */
export function ringsOf(p: Polygons): [number, number][][][][] {
  const list = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  return list(0, p.featureStart.length - 1).map((f) =>
    list(p.featureStart[f]!, p.featureStart[f + 1]!).map((g) =>
      list(p.polygonStart[g]!, p.polygonStart[g + 1]!).map((r) =>
        list(p.ringStart[r]!, p.ringStart[r + 1]!).map((v): [number, number] => [
          p.xy[2 * v]!,
          p.xy[2 * v + 1]!,
        ]),
      ),
    ),
  );
}

export function asGeoJson(p: Polygons, members: object = {}): string {
  const features = ringsOf(p).map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates },
  }));
  return JSON.stringify({ type: 'FeatureCollection', ...members, features });
}

export function asWkt(p: Polygons, srid?: number): string {
  const geometries = ringsOf(p).map(
    (polygons) =>
      `MULTIPOLYGON(${polygons
        .map(
          (rings) => `(${rings.map((ring) => `(${ring.map((xy) => xy.join(' ')).join(', ')})`).join(', ')})`,
        )
        .join(', ')})`,
  );
  return (srid === undefined ? '' : `SRID=${srid};`) + geometries.join('\n');
}

/** The coordinate text of a bureau: northing first, rings numbered through the parcel and closed. */
export function asCoordinateText(p: Polygons, head: readonly string[], newline = '\r\n'): string {
  const lines = ['[属性描述]', ...head, '[地块坐标]'];
  for (const [f, polygons] of ringsOf(p).entries()) {
    const rings = polygons.flat();
    const points = rings.reduce((sum, ring) => sum + ring.length, 0);
    lines.push(`${points},1.5,${f + 1},地块${f + 1},面,,住宅用地,0701,@`);
    for (const [r, ring] of rings.entries()) {
      ring.forEach(([x, y], k) => {
        lines.push(`J${k === ring.length - 1 ? 1 : k + 1},${r + 1},${y},${x}`);
      });
    }
  }
  return lines.join(newline);
}
