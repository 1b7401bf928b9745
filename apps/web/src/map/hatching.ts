import type { Hatching } from './look.ts';

/** Pixels of the picture for one of the map. */
const SHARPNESS = 2;

/** Name of the picture of a hatching; the map asks for it when it first needs it. */
export function hatchingImage({ angle, gap, width }: Hatching, colour: string): string {
  return `hatching|${angle}|${gap}|${width}|${colour}`;
}

export interface HatchingPicture {
  /** Pixels of its side; it repeats without a seam. */
  readonly size: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray;
  readonly pixelRatio: number;
}

/** The picture of that name; undefined where it is none of a hatching. */
export function drawHatching(name: string): HatchingPicture | undefined {
  const [kind, angle, gap, width, colour] = name.split('|');
  if (kind !== 'hatching' || colour === undefined) return undefined;
  return drawLines({ angle: Number(angle), gap: Number(gap), width: Number(width) }, colour);
}

/**
 * Draws by how far the middle of each pixel lies from the nearest line. Slanted lines repeat along both sides of the picture at √2 of their gap, so
 * its side is rounded to that.
 */
function drawLines({ angle, gap, width }: Hatching, colour: string): HatchingPicture {
  const isSlanted = angle % 90 !== 0;
  const size = Math.round((isSlanted ? gap * Math.SQRT2 : gap) * SHARPNESS);
  const distance = isSlanted ? size / Math.SQRT2 : size;
  const [dx, dy] = normals[angle] ?? normals[45]!;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const along = ((((x + 0.5) * dx + (y + 0.5) * dy) % distance) + distance) % distance;
      const away = Math.min(along, distance - along);
      const cover = Math.min(1, Math.max(0, (width * SHARPNESS) / 2 - away + 0.5));
      data.set([red!, green!, blue!, Math.round(cover * 255)], (y * size + x) * 4);
    }
  }
  return { size, data, pixelRatio: SHARPNESS };
}

/** Across the lines; y grows downwards. */
const normals: Readonly<Record<number, readonly [number, number]>> = {
  0: [0, 1],
  45: [Math.SQRT1_2, Math.SQRT1_2],
  90: [1, 0],
  135: [Math.SQRT1_2, -Math.SQRT1_2],
};
