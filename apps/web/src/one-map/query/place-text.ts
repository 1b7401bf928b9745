import type { DrawnPlace } from './query-spec.ts';

/** A centimetre. */
const STEP = 1e7;

/**
 * A place in few letters that an address need not escape: steps of 1e-7 degrees from point to point in base 36, `.` between numbers, `_` between rings,
 * `*` between polygons. The last point of a ring, which is its first, is left out.
 */
export function writePlace({ coordinates }: DrawnPlace): string {
  let [lastX, lastY] = [0, 0];
  return coordinates
    .map((rings) =>
      rings
        .map((ring) =>
          ring
            .slice(0, -1)
            .flatMap(([lon, lat]) => {
              const [x, y] = [Math.round(lon * STEP), Math.round(lat * STEP)];
              const steps = [(x - lastX).toString(36), (y - lastY).toString(36)];
              [lastX, lastY] = [x, y];
              return steps;
            })
            .join('.'),
        )
        .join('_'),
    )
    .join('*');
}

/** @returns undefined where the text is no place */
export function readPlaceText(text: string): DrawnPlace | undefined {
  if (!/^-?[0-9a-z]+([._*]-?[0-9a-z]+)*$/.test(text)) return undefined;
  let [x, y] = [0, 0];
  let isSound = true;
  const coordinates = text.split('*').map((rings) =>
    rings.split('_').map((ring) => {
      const steps = ring.split('.').map((step) => Number.parseInt(step, 36));
      isSound &&= steps.length >= 6 && steps.length % 2 === 0;
      const points: (readonly [number, number])[] = [];
      for (let i = 0; i + 1 < steps.length; i += 2) {
        [x, y] = [x + steps[i]!, y + steps[i + 1]!];
        isSound &&= Math.abs(x) <= 180 * STEP && Math.abs(y) <= 90 * STEP;
        points.push([x / STEP, y / STEP]);
      }
      return [...points, points[0] ?? ([0, 0] as const)];
    }),
  );
  return isSound ? { type: 'MultiPolygon', coordinates } : undefined;
}
