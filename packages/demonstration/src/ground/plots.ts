import type { Random } from '../random.ts';
import type { Geography } from './geography.ts';
import { Cover, type Ground, pointInside } from './ground.ts';
import type { Point } from './shapes.ts';

/** Small pieces of a parcel that a layer of the plan may name by themselves; the survey does not part them from it. */
export interface Plot {
  readonly kind: 'speck' | 'farmland-speck' | 'site' | 'historic' | 'monument' | 'pocket';
  readonly face: number;
  /** The face around it. */
  readonly host: number;
}

const sizes = {
  speck: [16, 15],
  'farmland-speck': [17, 16],
  site: [56, 44],
  historic: [38, 26],
  monument: [44, 34],
  pocket: [30, 22],
} as const;

/** How many of each kind are made. */
const counts = { speck: 4, 'farmland-speck': 12, site: 8, historic: 9, monument: 3, pocket: 40 } as const;

/** Cuts the plots out of the middle of parcels, each in a parcel of its own. */
export function cutPlots(ground: Ground, geography: Geography, random: Random): Plot[] {
  const { mesh } = ground;
  const [city] = geography.towns;
  const candidates: Record<Plot['kind'], number[]> = {
    speck: [],
    'farmland-speck': [],
    site: [],
    historic: [],
    monument: [],
    pocket: [],
  };
  for (let face = 1; face < mesh.faceCount; face++) {
    const area = mesh.area(face);
    if (area < 4000) continue;
    const cover = ground.cover[face];
    const h = mesh.faceHalf[face]!;
    const away = Math.hypot(
      mesh.x[mesh.origin[h]!]! - city!.centre[0],
      mesh.y[mesh.origin[h]!]! - city!.centre[1],
    );
    if (cover === Cover.village) candidates[area % 2 < 1 ? 'speck' : 'monument'].push(face);
    else if (cover === Cover.urban && ground.town[face] === 0)
      candidates[away < 2600 ? 'historic' : 'pocket'].push(face);
    else if (cover === Cover.field && away > 4200 && away < 15_000 && area % 3 < 1)
      candidates['farmland-speck'].push(face);
    else if (cover === Cover.field && away > 12_000 && area > 22_000) candidates.site.push(face);
  }
  const plots: Plot[] = [];
  for (const kind of ['speck', 'farmland-speck', 'site', 'historic', 'monument', 'pocket'] as const) {
    const hosts = candidates[kind];
    let made = 0;
    for (let attempt = 0; attempt < 400 && made < counts[kind] && hosts.length > 0; attempt++) {
      const [host] = hosts.splice(random.integer(hosts.length), 1);
      const face = cutPlot(ground, host!, sizes[kind], random.between(0, 1.5));
      if (face < 0) continue;
      plots.push({ kind, face, host: host! });
      made++;
    }
    // What the historic sites leave over, the small works and greens of the city may have.
    if (kind === 'historic') candidates.pocket.push(...hosts);
  }
  return plots;
}

/** Clear ground around a plot, metres. */
const MARGIN = 12;

function cutPlot(
  ground: Ground,
  host: number,
  [long, wide]: readonly [number, number],
  angle: number,
): number {
  const { mesh } = ground;
  const { x, y } = pointInside(mesh, host);
  const ring = mesh.ring(host);
  const reach = Math.hypot(long, wide) / 2 + MARGIN;
  for (const h of ring) if (distanceTo(ground, h, x, y) < reach) return -1;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const corners = [
    [-long, -wide],
    [long, -wide],
    [long, wide],
    [-long, wide],
  ].map(([u, v]): Point => [x + (u! * ux - v! * uy) / 2, y + (u! * uy + v! * ux) / 2]);
  const bridge = findBridge(ground, ring, corners, [x, y]);
  if (!bridge) return -1;
  const { at, corner: first } = bridge;
  const loop = corners.map((_, k) => mesh.addVertex(...corners[(first + k) % 4]!));
  const face = mesh.addLoop(at, loop);
  ground.inherit(face, host);
  return face;
}

/** A half-edge of the ring whose origin sees a corner, the one nearest to it, across clear ground. */
function findBridge(
  ground: Ground,
  ring: readonly number[],
  corners: readonly Point[],
  [x, y]: Point,
): { at: number; corner: number } | null {
  const { mesh } = ground;
  const far = (v: number, px: number, py: number): number => Math.hypot(mesh.x[v]! - px, mesh.y[v]! - py);
  const byDistance = ring
    .map((h) => ({ h, d: far(mesh.origin[h]!, x, y) }))
    .sort((a, b) => a.d - b.d || a.h - b.h);
  for (const { h } of byDistance.slice(0, 16)) {
    const v = mesh.origin[h]!;
    const away = corners.map(([px, py]) => far(v, px, py));
    const corner = away.indexOf(Math.min(...away));
    const [px, py] = corners[corner]!;
    const clear = ring.every((k) => {
      const a = mesh.origin[k]!;
      const b = mesh.destination(k);
      return a === v || b === v || !crosses(ground, a, b, mesh.x[v]!, mesh.y[v]!, px, py);
    });
    if (clear && holds(ground, h, px, py)) return { at: h, corner };
  }
  return null;
}

/** Whether the corner of the ring at the origin of `h` opens towards (x, y). */
function holds(ground: Ground, h: number, x: number, y: number): boolean {
  const { mesh } = ground;
  const v = mesh.origin[h]!;
  const a = mesh.destination(h);
  const b = mesh.origin[mesh.prev[h]!]!;
  const cross = (p: number, qx: number, qy: number): number =>
    (mesh.x[p]! - mesh.x[v]!) * (qy - mesh.y[v]!) - (mesh.y[p]! - mesh.y[v]!) * (qx - mesh.x[v]!);
  const convex = cross(a, mesh.x[b]!, mesh.y[b]!) > 0;
  const left = cross(a, x, y) > 0;
  const right = cross(b, x, y) < 0;
  return convex ? left && right : left || right;
}

function crosses(
  ground: Ground,
  a: number,
  b: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): boolean {
  const { mesh } = ground;
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
    (qx - px) * (ry - py) - (qy - py) * (rx - px);
  const [ax, ay, bx, by] = [mesh.x[a]!, mesh.y[a]!, mesh.x[b]!, mesh.y[b]!];
  return (
    side(x0, y0, x1, y1, ax, ay) * side(x0, y0, x1, y1, bx, by) <= 0 &&
    side(ax, ay, bx, by, x0, y0) * side(ax, ay, bx, by, x1, y1) <= 0
  );
}

function distanceTo(ground: Ground, h: number, x: number, y: number): number {
  const { mesh } = ground;
  const a = mesh.origin[h]!;
  const b = mesh.destination(h);
  const [ax, ay] = [mesh.x[a]!, mesh.y[a]!];
  const dx = mesh.x[b]! - ax;
  const dy = mesh.y[b]! - ay;
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(ax + t * dx - x, ay + t * dy - y);
}
