import type { LonLatBox } from '../../map/pane.ts';

export interface Shape {
  readonly type: string;
  readonly coordinates: readonly unknown[];
}

/** The box of a GeoJSON geometry, whatever its kind; undefined where it has no corner. */
export function boxOf({ coordinates }: Shape): LonLatBox | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (part: readonly unknown[]): void => {
    const [x, y] = part;
    if (typeof x !== 'number' || typeof y !== 'number') {
      for (const inner of part) visit(inner as readonly unknown[]);
      return;
    }
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  };
  visit(coordinates);
  return west > east ? undefined : [west, south, east, north];
}

/** The box around some. */
export function boxAround(boxes: readonly LonLatBox[]): LonLatBox | undefined {
  if (boxes.length === 0) return undefined;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

type Ring = readonly (readonly [number, number])[];

/**
 * A point of a geometry: within the largest stretch of an area on the line halfway up the box of its first part, the middle corner of a line, the
 * point itself.
 */
export function pointOf({ type, coordinates }: Shape): readonly [lon: number, lat: number] | undefined {
  if (type === 'Point') return coordinates as unknown as readonly [number, number];
  if (type === 'LineString') {
    const line = coordinates as Ring;
    return line[Math.floor(line.length / 2)];
  }
  if (type === 'MultiLineString') return pointOf({ type: 'LineString', coordinates: coordinates[0] as Ring });
  const rings = (type === 'MultiPolygon' ? coordinates[0] : coordinates) as readonly Ring[] | undefined;
  const box = rings && boxOf({ type, coordinates: rings });
  if (!box) return undefined;
  const y = (box[1] + box[3]) / 2;
  const crossings = rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([bx, by], i) => {
        const [ax, ay] = ring[i]!;
        return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
      }),
    )
    .sort((a, b) => a - b);
  let [x, widest] = [(box[0] + box[2]) / 2, 0];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (width > widest) [x, widest] = [crossings[i]! + width / 2, width];
  }
  return [x, y];
}
