/** A smooth field over the plane with values in about [−1, 1]. */
export type Field = (x: number, y: number) => number;

/** Value noise in several octaves; `wavelength` in metres is the size of the largest features. */
export function noiseField(seed: number, wavelength: number, octaves = 3): Field {
  return (x, y) => {
    let sum = 0;
    let weight = 0;
    let amplitude = 1;
    let scale = 1 / wavelength;
    for (let k = 0; k < octaves; k++) {
      sum += amplitude * single(seed + k * 1013, x * scale, y * scale);
      weight += amplitude;
      amplitude /= 2;
      scale *= 2;
    }
    return (sum / weight) * 1.6;
  };
}

/** Noise along a line. */
export function noiseAlong(seed: number, wavelength: number, octaves = 3): (s: number) => number {
  const field = noiseField(seed, wavelength, octaves);
  return (s) => field(s, 0.5 * wavelength);
}

function single(seed: number, x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = smooth(x - ix);
  const fy = smooth(y - iy);
  const bottom = lerp(corner(seed, ix, iy), corner(seed, ix + 1, iy), fx);
  const top = lerp(corner(seed, ix, iy + 1), corner(seed, ix + 1, iy + 1), fx);
  return lerp(bottom, top, fy);
}

function corner(seed: number, ix: number, iy: number): number {
  let h = Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);
const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
