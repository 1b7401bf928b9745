import type { Path } from '../mesh/insert-path.ts';
import { noiseAlong } from '../noise.ts';

/** A point in metres. */
export type Point = readonly [x: number, y: number];

/** Catmull–Rom curve through control points, sampled about every `step` metres. */
export function curve(points: readonly Point[], step: number, closed = false): number[] {
  const n = points.length;
  const at = (i: number): Point => (closed ? points[(i + n) % n]! : points[Math.max(0, Math.min(n - 1, i))]!);
  const path: number[] = [];
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const steps = Math.max(1, Math.round(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / step));
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      for (const axis of [0, 1] as const) path.push(catmullRom(p0[axis], p1[axis], p2[axis], p3[axis], t));
    }
  }
  if (!closed) path.push(...at(n - 1));
  return path;
}

function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  );
}

/** Moves every point along the normal (to the left) by `left(s)` and along the path by `ahead(s)`; s is the length so far. */
export function displaced(path: Path, left: (s: number) => number, ahead?: (s: number) => number): number[] {
  const n = path.length / 2;
  const result: number[] = [];
  let s = 0;
  for (let i = 0; i < n; i++) {
    const p = Math.max(0, i - 1);
    const q = Math.min(n - 1, i + 1);
    const tx = path[2 * q]! - path[2 * p]!;
    const ty = path[2 * q + 1]! - path[2 * p + 1]!;
    const length = Math.hypot(tx, ty) || 1;
    if (i > 0) s += Math.hypot(path[2 * i]! - path[2 * i - 2]!, path[2 * i + 1]! - path[2 * i - 1]!);
    const l = left(s);
    const a = ahead?.(s) ?? 0;
    result.push(path[2 * i]! + (a * tx - l * ty) / length, path[2 * i + 1]! + (a * ty + l * tx) / length);
  }
  return result;
}

/** A river's course: loops of `wavelength` and up to `amplitude` metres around a valley line. */
export function meander(valley: Path, amplitude: number, wavelength: number, seed: number): number[] {
  const phase = noiseAlong(seed, wavelength * 2.5, 2);
  const size = noiseAlong(seed + 1, wavelength * 2, 2);
  const angle = (s: number): number => (2 * Math.PI * s) / wavelength + 1.7 * phase(s);
  const strength = (s: number): number => amplitude * (0.66 + 0.34 * Math.max(-1, Math.min(1, size(s))));
  return displaced(
    valley,
    (s) => strength(s) * Math.sin(angle(s)),
    (s) => -0.3 * strength(s) * Math.sin(2 * angle(s)),
  );
}

/** A band along a path: its two edges in the direction of the path, and its outline. */
export interface Band {
  readonly centre: Path;
  readonly left: Path;
  readonly right: Path;
  readonly outline: Path;
}

export function band(centre: Path, halfWidth: number | ((s: number) => number), right = halfWidth): Band {
  const width = (of: typeof halfWidth) => (typeof of === 'number' ? () => of : of);
  const leftEdge = displaced(centre, width(halfWidth));
  const rightEdge = displaced(centre, (s) => -width(right)(s));
  return { centre, left: leftEdge, right: rightEdge, outline: [...leftEdge, ...reversed(rightEdge)] };
}

export function reversed(path: Path): number[] {
  const result: number[] = [];
  for (let i = path.length - 2; i >= 0; i -= 2) result.push(path[i]!, path[i + 1]!);
  return result;
}

/** An irregular round shape, counter-clockwise. */
export function blob(
  centre: Point,
  radii: Point,
  angle: number,
  roughness: number,
  seed: number,
  step: number,
): number[] {
  const points = Math.max(16, Math.round((Math.PI * (radii[0] + radii[1])) / step));
  const coarse = noiseAlong(seed, 1.1, 2);
  const fine = noiseAlong(seed + 7, 0.25, 2);
  const path: number[] = [];
  for (let i = 0; i < points; i++) {
    const a = (2 * Math.PI * i) / points;
    // The noise runs on a circle's chord so that it closes: two samples blended over the last sixth.
    const blend = Math.max(0, (a - (10 * Math.PI) / 6) / (Math.PI / 3));
    const noise = (at: number): number => coarse(at) + 0.35 * fine(at);
    const r = 1 + roughness * ((1 - blend) * noise(a) + blend * noise(a - 2 * Math.PI));
    const u = radii[0] * r * Math.cos(a);
    const v = radii[1] * r * Math.sin(a);
    path.push(
      centre[0] + u * Math.cos(angle) - v * Math.sin(angle),
      centre[1] + u * Math.sin(angle) + v * Math.cos(angle),
    );
  }
  return path;
}

/**
 * A town's edge: columns of `cell` metres in a frame turned by `angle`, each as long as a noisy round shape is there, in whole
 * cells: straight edges along the streets. Counter-clockwise.
 */
export function steppedTown(
  centre: Point,
  radii: Point,
  angle: number,
  cell: number,
  seed: number,
): number[] {
  const top = noiseAlong(seed, radii[0] * 0.9, 2);
  const bottom = noiseAlong(seed + 3, radii[0] * 0.9, 2);
  const columns = Math.max(3, Math.round((2 * radii[0]) / cell));
  const height = (k: number, noise: (s: number) => number): number => {
    const u = ((k + 0.5) / columns) * 2 - 1;
    const round = Math.sqrt(Math.max(0.12, 1 - u * u * 0.85));
    return Math.max(1, Math.round((radii[1] * round * (1 + 0.3 * noise(k * cell))) / cell));
  };
  const path: number[] = [];
  const add = (u: number, v: number): void => {
    path.push(
      centre[0] + u * Math.cos(angle) - v * Math.sin(angle),
      centre[1] + u * Math.sin(angle) + v * Math.cos(angle),
    );
  };
  const side = (sign: 1 | -1, noise: (s: number) => number): void => {
    for (let i = 0; i < columns; i++) {
      const k = sign < 0 ? i : columns - 1 - i;
      const v = sign * height(k, noise) * cell;
      const before = i > 0 ? sign * height(sign < 0 ? k - 1 : k + 1, noise) * cell : Number.NaN;
      const u = (k - columns / 2 + (sign < 0 ? 0 : 1)) * cell;
      if (v !== before) {
        if (i > 0) add(u, before);
        add(u, v);
      }
    }
    const k = sign < 0 ? columns - 1 : 0;
    add((k - columns / 2 + (sign < 0 ? 1 : 0)) * cell, sign * height(k, noise) * cell);
  };
  side(-1, bottom);
  side(1, top);
  return path;
}

/** Whether a point lies in a closed ring (even-odd). */
export function inside(ring: Path, x: number, y: number): boolean {
  let odd = false;
  const n = ring.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const yi = ring[i + 1]!;
    const yj = ring[j + 1]!;
    if (yi > y !== yj > y && x < ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!) odd = !odd;
  }
  return odd;
}

export function ringArea(ring: Path): number {
  let sum = 0;
  const n = ring.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    sum +=
      (ring[j]! - ring[0]!) * (ring[i + 1]! - ring[1]!) - (ring[i]! - ring[0]!) * (ring[j + 1]! - ring[1]!);
  }
  return sum / 2;
}

export function scaled(path: Path, about: Point, factor: number): number[] {
  return path.map((value, i) => about[i % 2]! + (value - about[i % 2]!) * factor);
}

/** The stretches of a path outside all `masks`, each with one more point at either end so that it meets the mask's edge. */
export function outsideOf(path: Path, masks: readonly Path[]): number[][] {
  const n = path.length / 2;
  const hidden = Array.from({ length: n }, (_, i) =>
    masks.some((mask) => inside(mask, path[2 * i]!, path[2 * i + 1]!)),
  );
  const stretches: number[][] = [];
  let current: number[] = [];
  for (let i = 0; i < n; i++) {
    const visible = !hidden[i] || (i > 0 && !hidden[i - 1]) || (i + 1 < n && !hidden[i + 1]);
    if (visible) current.push(path[2 * i]!, path[2 * i + 1]!);
    if (!visible || (hidden[i] && current.length > 2)) {
      if (current.length > 4) stretches.push(current);
      current = hidden[i] && visible && i + 1 < n && !hidden[i + 1] ? [path[2 * i]!, path[2 * i + 1]!] : [];
    }
  }
  if (current.length > 4) stretches.push(current);
  return stretches;
}
