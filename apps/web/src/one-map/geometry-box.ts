import type { LonLatBox } from '../map/pane.ts';

type Areal =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
    };

const polygonsOf = (geometry: Areal) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** West, south, east, north of a shape. */
export function boxOf(geometry: Areal): LonLatBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of polygonsOf(geometry))
    for (const [x, y] of outer) {
      west = Math.min(west, x!);
      south = Math.min(south, y!);
      east = Math.max(east, x!);
      north = Math.max(north, y!);
    }
  return [west, south, east, north];
}

/**
 * A point inside a shape, to ask what is there: the middle of the widest stretch of it on the horizontal line through the middle of its largest part.
 */
export function pointWithin(geometry: Areal): readonly [lon: number, lat: number] {
  const polygons = polygonsOf(geometry);
  const sizes = polygons.map((coordinates) => {
    const [west, south, east, north] = boxOf({ type: 'Polygon', coordinates });
    return (east - west) * (north - south);
  });
  const rings = polygons[sizes.indexOf(Math.max(...sizes))]!;
  const [west, south, , north] = boxOf({ type: 'Polygon', coordinates: rings });
  // Off the middle by a little that no vertex is likely to lie on.
  const y = south + (north - south) * 0.50137;
  const crossings = rings.flatMap((ring) =>
    ring.slice(1).flatMap(([x2, y2], i) => {
      const [x1, y1] = ring[i]!;
      return y1! > y === y2! > y ? [] : [x1! + ((y - y1!) / (y2! - y1!)) * (x2! - x1!)];
    }),
  );
  crossings.sort((a, b) => a - b);
  let best: readonly [number, number] = [west, west];
  for (let k = 0; k + 1 < crossings.length; k += 2) {
    const [from, to] = [crossings[k]!, crossings[k + 1]!];
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  return [(best[0] + best[1]) / 2, y];
}
