import type { Mesh } from './mesh.ts';

/** The line nx·x + ny·y = c; (nx, ny) has length 1 and points to the side called `beyond`. */
export interface Line {
  readonly nx: number;
  readonly ny: number;
  readonly c: number;
}

export interface CutOptions {
  /** An end of the cut this near to a vertex takes the vertex, metres. */
  readonly snap: number;
  /** Neither part may be smaller, m². */
  readonly minArea: number;
  /** Neither part may be narrower in the mean (2A/P), metres. */
  readonly minWidth: number;
  /** Where the line meets the face more than once: the stretch that holds this position along (−ny, nx) is cut. */
  readonly prefer?: number;
  /** Displaces the cut sideways by up to this share of its length; `wobble(i)` in [−1, 1] says how much at step i. */
  readonly amplitude?: number;
  readonly wobble?: (i: number) => number;
}

/** Result of a cut. `beyond` is on the side the normal points to. */
export interface Cut {
  readonly before: number;
  readonly beyond: number;
  readonly areaBefore: number;
  readonly areaBeyond: number;
  /** Length of the cut, metres. */
  readonly length: number;
  /** Middle of the cut along (−ny, nx). */
  readonly middle: number;
}

interface Crossing {
  readonly t: number;
  /** Index of the edge in the ring. */
  readonly edge: number;
  /** True where the inside lies at greater t. */
  readonly enters: boolean;
}

const ring: number[] = [];
const px: number[] = [];
const py: number[] = [];

/**
 * Cuts a face in two along one stretch of a line, the longest unless `prefer` names another. Returns null, and leaves the mesh
 * as it was, where no valid cut is possible.
 */
export function cutFace(mesh: Mesh, face: number, line: Line, options: CutOptions): Cut | null {
  mesh.ring(face, ring);
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    const v = mesh.origin[ring[i]!]!;
    px[i] = mesh.x[v]!;
    py[i] = mesh.y[v]!;
  }
  const stretch = longestStretch(line, n, options.prefer);
  if (!stretch) return null;
  // From the entering end to the leaving end the direction is (−ny, nx): what lies to the left is `before`.
  const a = end(stretch[0], line, n, options.snap);
  const b = end(stretch[1], line, n, options.snap);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < options.snap || touches(a, b, n)) return null;
  if ((a.vertex >= 0 || b.vertex >= 0) && !clear(a, b, a.x, a.y, b.x, b.y, n)) return null;
  if (grazes(a, b, length, n)) return null;
  const chain = wobbled(a, b, length, options, n);
  const left = part(b, a, chain, true, n);
  const right = part(a, b, chain, false, n);
  for (const side of [left, right]) {
    if (side.area < options.minArea || (2 * side.area) / side.perimeter < options.minWidth) return null;
  }
  const vertices: number[] = [];
  for (let i = 0; i < chain.length; i += 2) vertices.push(mesh.addVertex(chain[i]!, chain[i + 1]!));
  const [from, to] = ends(mesh, a, b);
  const beyond = mesh.splitFace(from, to, vertices);
  return {
    before: face,
    beyond,
    areaBefore: left.area,
    areaBeyond: right.area,
    length,
    middle: (stretch[0].t + stretch[1].t) / 2,
  };
}

interface End {
  readonly x: number;
  readonly y: number;
  /** Ring index of the edge cut. */
  readonly edge: number;
  /** Ring index of the vertex taken, or −1 for a new one within the edge. */
  readonly vertex: number;
}

function longestStretch(line: Line, n: number, prefer?: number): [Crossing, Crossing] | null {
  const crossings: Crossing[] = [];
  let d0 = line.nx * px[n - 1]! + line.ny * py[n - 1]! - line.c;
  for (let j = 0, i = n - 1; j < n; i = j++) {
    const d1 = line.nx * px[j]! + line.ny * py[j]! - line.c;
    if (d0 < 0 !== d1 < 0) {
      const u = d0 / (d0 - d1);
      const x = px[i]! + u * (px[j]! - px[i]!);
      const y = py[i]! + u * (py[j]! - py[i]!);
      crossings.push({ t: line.nx * y - line.ny * x, edge: i, enters: d0 < 0 });
    }
    d0 = d1;
  }
  crossings.sort((p, q) => p.t - q.t || Number(p.enters) - Number(q.enters));
  let best: [Crossing, Crossing] | null = null;
  for (let k = 0; k + 1 < crossings.length; k++) {
    const p = crossings[k]!;
    const q = crossings[k + 1]!;
    if (!p.enters || q.enters) continue;
    if (prefer !== undefined) {
      if (p.t <= prefer && prefer <= q.t) return [p, q];
    } else if (!best || q.t - p.t > best[1].t - best[0].t) best = [p, q];
  }
  return best;
}

function end(crossing: Crossing, line: Line, n: number, snap: number): End {
  const i = crossing.edge;
  const j = (i + 1) % n;
  // The point with normal distance c and position t.
  const x = Math.round((line.nx * line.c - line.ny * crossing.t) * 1000) / 1000;
  const y = Math.round((line.ny * line.c + line.nx * crossing.t) * 1000) / 1000;
  const toI = Math.hypot(x - px[i]!, y - py[i]!);
  const toJ = Math.hypot(x - px[j]!, y - py[j]!);
  if (toI < snap && toI <= toJ) return { x: px[i]!, y: py[i]!, edge: i, vertex: i };
  if (toJ < snap) return { x: px[j]!, y: py[j]!, edge: i, vertex: j };
  return { x, y, edge: i, vertex: -1 };
}

/** Whether the two ends lie on one edge, so that the cut would take nothing off. */
function touches(a: End, b: End, n: number): boolean {
  if (a.vertex >= 0 && b.vertex >= 0) {
    const gap = Math.abs(a.vertex - b.vertex);
    return gap <= 1 || gap === n - 1 || (a.x === b.x && a.y === b.y);
  }
  if (a.vertex >= 0) return a.vertex === b.edge || a.vertex === (b.edge + 1) % n;
  if (b.vertex >= 0) return b.vertex === a.edge || b.vertex === (a.edge + 1) % n;
  return a.edge === b.edge;
}

/** A cut this near to a vertex it does not end in would leave a spike, metres. */
const GRAZE = 0.8;

function grazes(a: End, b: End, length: number, n: number): boolean {
  const ux = (b.x - a.x) / length;
  const uy = (b.y - a.y) / length;
  for (let i = 0; i < n; i++) {
    const dx = px[i]! - a.x;
    const dy = py[i]! - a.y;
    const along = dx * ux + dy * uy;
    if (along < -GRAZE || along > length + GRAZE || Math.abs(dy * ux - dx * uy) > GRAZE) continue;
    // A vertex may lie beside an end on the edge that was cut; only what lies along the cut grazes it.
    if (along > GRAZE && along < length - GRAZE) return true;
  }
  return false;
}

/** Whether a segment from (x0, y0) to (x1, y1) meets no edge of the ring, but for the edges on which the ends a and b lie. */
function clear(a: End, b: End, x0: number, y0: number, x1: number, y1: number, n: number): boolean {
  const dx = x1 - x0;
  const dy = y1 - y0;
  for (let i = 0; i < n; i++) {
    const j = i + 1 === n ? 0 : i + 1;
    if (carries(a, i, j) || carries(b, i, j)) continue;
    const s0 = dx * (py[i]! - y0) - dy * (px[i]! - x0);
    const s1 = dx * (py[j]! - y0) - dy * (px[j]! - x0);
    if (s0 > 0 === s1 > 0 && s0 !== 0 && s1 !== 0) continue;
    const ex = px[j]! - px[i]!;
    const ey = py[j]! - py[i]!;
    const r0 = ex * (y0 - py[i]!) - ey * (x0 - px[i]!);
    const r1 = ex * (y1 - py[i]!) - ey * (x1 - px[i]!);
    if (r0 > 0 === r1 > 0 && r0 !== 0 && r1 !== 0) continue;
    return false;
  }
  return true;
}

function carries(e: End, i: number, j: number): boolean {
  return e.vertex < 0 ? e.edge === i : e.vertex === i || e.vertex === j;
}

/** Points between the ends: none for a straight cut. The displacement is halved until the chain is clear of the ring. */
function wobbled(a: End, b: End, length: number, options: CutOptions, n: number): number[] {
  const { amplitude = 0, wobble } = options;
  if (!wobble || amplitude === 0) return [];
  const steps = Math.min(24, Math.max(2, Math.round(length / 120)));
  const ux = (b.x - a.x) / length;
  const uy = (b.y - a.y) / length;
  for (let share = amplitude; share > amplitude / 9; share /= 2) {
    const chain: number[] = [];
    for (let k = 1; k < steps; k++) {
      const s = k / steps;
      const off = share * length * wobble(k) * Math.sqrt(s * (1 - s)) * 2;
      chain.push(a.x + s * length * ux - off * uy, a.y + s * length * uy + off * ux);
    }
    if (chainIsClear(a, b, chain, n)) return chain;
  }
  return [];
}

const FREE: End = { x: 0, y: 0, edge: -1, vertex: -1 };

function chainIsClear(a: End, b: End, chain: readonly number[], n: number): boolean {
  const last = chain.length - 2;
  for (let k = 0; k < last; k += 2) {
    if (!clear(FREE, FREE, chain[k]!, chain[k + 1]!, chain[k + 2]!, chain[k + 3]!, n)) return false;
  }
  // The first and last step start on the ring itself: their far point must lie on the inner side of that edge.
  return (
    clear(a, FREE, a.x, a.y, chain[0]!, chain[1]!, n) &&
    clear(FREE, b, chain[last]!, chain[last + 1]!, b.x, b.y, n) &&
    innerSide(a, chain[0]!, chain[1]!, n) &&
    innerSide(b, chain[last]!, chain[last + 1]!, n)
  );
}

function innerSide(e: End, x: number, y: number, n: number): boolean {
  const left = (i: number): boolean => {
    const j = (i + 1) % n;
    return (px[j]! - px[i]!) * (y - py[i]!) - (py[j]! - py[i]!) * (x - px[i]!) > 0;
  };
  return e.vertex < 0 ? left(e.edge) : left(e.vertex) && left((e.vertex + n - 1) % n);
}

/** Area and perimeter of the part from end `p` along the ring to end `q`, closed over the chain (given from a to b). */
function part(p: End, q: End, chain: readonly number[], chainForward: boolean, n: number) {
  let area = 0;
  let perimeter = 0;
  const x0 = p.x;
  const y0 = p.y;
  let lx = p.x;
  let ly = p.y;
  const to = (x: number, y: number): void => {
    area += (lx - x0) * (y - y0) - (x - x0) * (ly - y0);
    perimeter += Math.hypot(x - lx, y - ly);
    lx = x;
    ly = y;
  };
  const first = p.vertex >= 0 ? (p.vertex + 1) % n : (p.edge + 1) % n;
  const stop = q.vertex >= 0 ? q.vertex : (q.edge + 1) % n;
  for (let i = first; i !== stop; i = i + 1 === n ? 0 : i + 1) to(px[i]!, py[i]!);
  to(q.x, q.y);
  if (chainForward) for (let k = 0; k < chain.length; k += 2) to(chain[k]!, chain[k + 1]!);
  else for (let k = chain.length - 2; k >= 0; k -= 2) to(chain[k]!, chain[k + 1]!);
  to(x0, y0);
  return { area: area / 2, perimeter };
}

/** The half-edges that start at the two ends, after new vertices were put in. */
function ends(mesh: Mesh, a: End, b: End): [number, number] {
  const at = (e: End): number => {
    if (e.vertex >= 0) return ring[e.vertex]!;
    return mesh.splitEdge(ring[e.edge]!, mesh.addVertex(e.x, e.y));
  };
  return [at(a), at(b)];
}
