import { type CutOptions, cutFace } from '../mesh/cut-face.ts';
import { chance, type Random } from '../random.ts';
import type { CoverCode, Ground } from './ground.ts';
import { inside, type Point } from './shapes.ts';

/** A narrow face between two larger ones: a road, a ditch, a row of trees. */
export interface Strip {
  readonly width: number;
  readonly cover: CoverCode;
}

/** How the ground of one kind is cut up. */
export interface Style {
  /** Direction of the cuts at a place, radians. */
  angle(x: number, y: number): number;
  /** Strips left along a cut through `area` m² that is to become `n` parcels. */
  strips(area: number, n: number, random: Random): readonly Strip[];
  /** Parcels are about so many times as long as wide. */
  readonly elongation: number;
  /** How far a cut may be from the middle, as a share. */
  readonly jitter: number;
  /** Cuts wander sideways by this share of their length. */
  readonly amplitude: number;
  /** Narrowest parcel, metres (2A/P). */
  readonly minWidth: number;
  /** Called once for a part that has become small enough to be a block; null where there are none. */
  readonly blockArea: number;
}

/** Places inside a face that are to become settlements, each with its number of parcels. */
export interface Seeds {
  readonly points: readonly Point[];
  readonly parcels: number;
  /** A part with one seed that is no larger than this becomes the settlement, m². */
  readonly area: number;
  settle(face: number, parcels: number): void;
}

const noSeeds: readonly Point[] = [];

/** Cuts a face into `n` parcels, strips included, and its seeds into settlements besides. */
export function subdivide(
  ground: Ground,
  face: number,
  n: number,
  style: Style,
  random: Random,
  seeds?: Seeds,
): void {
  const { mesh } = ground;
  const ring: number[] = [];
  cutUp(face, mesh.area(face), n, seeds?.points ?? noSeeds);

  function cutUp(part: number, area: number, parcels: number, points: readonly Point[]): void {
    if (ground.block[part]! < 0 && area <= style.blockArea) ground.block[part] = ground.blockCount++;
    if (points.length === 1 && seeds && area <= seeds.area) {
      seeds.settle(part, seeds.parcels);
      return;
    }
    if (parcels < 2 && points.length === 0) return;
    for (let attempt = 0; attempt < 6; attempt++) {
      const parts = tryCut(part, area, Math.max(2, parcels), attempt);
      if (!parts) continue;
      const whole = parts.areaBefore + parts.areaBeyond;
      const left = Math.max(2, parcels - parts.strips);
      const first = Math.min(left - 1, Math.max(1, Math.round((left * parts.areaBefore) / whole)));
      const mine = points.length === 0 ? noSeeds : points.filter(([x, y]) => holds(parts.before, x, y));
      const theirs = points.length === 0 ? noSeeds : points.filter(([x, y]) => holds(parts.beyond, x, y));
      cutUp(parts.before, parts.areaBefore, first, mine);
      cutUp(parts.beyond, parts.areaBeyond, left - first, theirs);
      return;
    }
    if (points.length > 0 && seeds && area <= 4 * seeds.area) seeds.settle(part, seeds.parcels);
  }

  function holds(part: number, x: number, y: number): boolean {
    const path: number[] = [];
    for (const h of mesh.ring(part, ring)) path.push(mesh.x[mesh.origin[h]!]!, mesh.y[mesh.origin[h]!]!);
    return inside(path, x, y);
  }

  function tryCut(part: number, area: number, parcels: number, attempt: number) {
    mesh.ring(part, ring);
    const start = mesh.origin[ring[0]!]!;
    const angle = style.angle(mesh.x[start]!, mesh.y[start]!);
    const ux = Math.cos(angle);
    const uy = Math.sin(angle);
    let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const h of ring) {
      const x = mesh.x[mesh.origin[h]!]!;
      const y = mesh.y[mesh.origin[h]!]!;
      const u = ux * x + uy * y;
      const v = ux * y - uy * x;
      u0 = Math.min(u0, u);
      u1 = Math.max(u1, u);
      v0 = Math.min(v0, v);
      v1 = Math.max(v1, v);
    }
    // The last cuts make long parcels; the earlier ones keep their parts compact.
    const stretch = parcels <= 4 ? style.elongation : 1;
    const across = (u1 - u0) * stretch * random.between(0.85, 1.18) < v1 - v0 === attempt < 3;
    const strips = attempt < 2 && parcels > 2 ? style.strips(area, parcels, random) : [];
    const ratio =
      (parcels <= 6 ? Math.floor(parcels / 2) / parcels : 0.5) +
      style.jitter * random.between(-1, 1) * (1 + attempt / 2);
    const [nx, ny] = across ? [-uy, ux] : [ux, uy];
    const [low, high] = across ? [v0, v1] : [u0, u1];
    const wobbleSeed = random.integer(1 << 30);
    const options: CutOptions = {
      snap: Math.min(20, Math.max(1.5, 0.05 * Math.sqrt(area))),
      minArea: Math.max(450, (0.3 * area) / parcels),
      minWidth: style.minWidth,
      amplitude: style.amplitude,
      wobble: (i) => chance(wobbleSeed, i) + 1.2 * chance(wobbleSeed, 1000 + (i >> 2)) - 1.1,
    };
    const c = low + ratio * (high - low);
    return cutWithStrips(ground, part, { nx, ny, c }, strips, options);
  }
}

interface Parts {
  readonly before: number;
  readonly beyond: number;
  readonly areaBefore: number;
  readonly areaBeyond: number;
  readonly strips: number;
}

/** Cuts a face in two with strips between the parts, as many of them as fit. */
function cutWithStrips(
  ground: Ground,
  face: number,
  line: { nx: number; ny: number; c: number },
  strips: readonly Strip[],
  options: CutOptions,
): Parts | null {
  const straight: CutOptions = strips.length > 0 ? { ...options, amplitude: 0 } : options;
  const cut = cutFace(ground.mesh, face, line, straight);
  if (!cut) return null;
  ground.inherit(cut.beyond, face);
  let { beyond, areaBeyond, middle, length } = cut;
  let made = 0;
  let c = line.c;
  for (const strip of strips) {
    c += strip.width;
    const next = cutFace(
      ground.mesh,
      beyond,
      { ...line, c },
      {
        ...straight,
        snap: Math.min(1.2, 0.2 * strip.width),
        minArea: 100,
        minWidth: 0.7 * strip.width,
        prefer: middle,
      },
    );
    if (!next) break;
    ground.inherit(next.beyond, beyond);
    // Where the ground widens behind the first cut, what was cut off is no strip but a field of its own.
    if (next.areaBefore < 1.6 * strip.width * Math.max(length, next.length))
      ground.set(next.before, strip.cover);
    beyond = next.beyond;
    areaBeyond = next.areaBeyond;
    middle = next.middle;
    length = next.length;
    made++;
  }
  return { before: cut.before, beyond, areaBefore: cut.areaBefore, areaBeyond, strips: made };
}

export const noStrips = (): readonly Strip[] => [];
