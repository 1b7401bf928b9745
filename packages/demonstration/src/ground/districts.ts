import { noiseField } from '../noise.ts';
import { createRandom, type Random } from '../random.ts';
import type { Geography } from './geography.ts';
import { Cover, type CoverCode, type Ground } from './ground.ts';
import { noStrips, type Seeds, type Strip, type Style, subdivide } from './subdivide.ts';
import { VillagePlaces } from './village-places.ts';

/** How many parcels each kind of ground gets, so that together they come to about `parcels`. */
interface Budget {
  readonly city: number;
  readonly town: number;
  readonly villages: number;
  readonly village: number;
  /** Length of a piece of road, metres. */
  readonly way: number;
  /** Parcels a square metre of farmland; other kinds by `density`. */
  readonly perSquareMetre: number;
}

/** Parcels of a kind of ground for one of farmland of the same area. */
const density: Readonly<Partial<Record<CoverCode, number>>> = {
  [Cover.field]: 1,
  [Cover.meadow]: 1.1,
  [Cover.wood]: 0.5,
  [Cover.wetland]: 0.36,
  [Cover.river]: 0.1,
  [Cover.lake]: 0.04,
};

/** Cuts every large face of the skeleton into parcels. */
export function cutDistricts(ground: Ground, geography: Geography, seed: number, parcels: number): void {
  const { mesh } = ground;
  const faces = Array.from({ length: mesh.faceCount - 1 }, (_, i) => i + 1);
  const areas = new Map(faces.map((face) => [face, mesh.area(face)]));
  const budget = plan(ground, areas, parcels);
  const random = createRandom(seed, 'districts');
  const direction = noiseField(random.integer(1e6), 16_000, 2);
  const villages = new VillagePlaces(geography, budget.villages, random);
  for (const face of faces) {
    const area = areas.get(face)!;
    if (area < 3000) continue;
    const cover = ground.cover[face]! as CoverCode;
    const n = Math.max(1, Math.round(area * (density[cover] ?? 0) * budget.perSquareMetre));
    if (cover === Cover.urban) cutTown(ground, geography, face, area, budget, random);
    else if (cover === Cover.field || cover === Cover.meadow) {
      cutFarmland(ground, face, n, area, budget, {
        direction,
        villages,
        random,
        meadow: cover === Cover.meadow,
      });
    } else if (density[cover]) subdivide(ground, face, n, wild(cover, direction), random);
    else cutWay(ground, face, budget, random);
  }
}

function plan(ground: Ground, areas: ReadonlyMap<number, number>, parcels: number): Budget {
  const city = Math.round(Math.min(2600, Math.max(140, 0.022 * parcels)));
  const town = Math.round(Math.min(140, Math.max(6, 0.0012 * parcels)));
  const villages = Math.round(Math.min(310, Math.max(30, parcels / 60)));
  const village = Math.round(Math.min(60, Math.max(4, (0.09 * parcels) / villages)));
  const way = 4 * Math.sqrt(COUNTY / parcels);
  let weighted = 0;
  let ways = 0;
  for (const [face, area] of areas) {
    const weight = density[ground.cover[face]! as CoverCode];
    if (weight) weighted += weight * area;
    else if (ground.cover[face] !== Cover.urban) ways += wayPieces(ground, face, way);
  }
  const rest = parcels - city - 12 * town - villages * village - ways - Math.min(260, 130 + 0.0065 * parcels);
  return { city, town, villages, village, way, perSquareMetre: Math.max(0.2 * parcels, rest) / weighted };
}

const COUNTY = 8.22e9;

function wayPieces(ground: Ground, face: number, length: number): number {
  const half = ground.mesh.ring(face).reduce((sum, h) => sum + ground.mesh.length(h), 0) / 2;
  return Math.max(1, Math.round(half / length));
}

function cutWay(ground: Ground, face: number, budget: Budget, random: Random): void {
  const style: Style = {
    angle: () => 0,
    strips: noStrips,
    elongation: 1,
    jitter: 0.08,
    amplitude: 0,
    minWidth: 4,
    blockArea: 0,
  };
  subdivide(ground, face, wayPieces(ground, face, budget.way), style, random);
}

/** Marsh, wood and water: parcels without a grid. */
function wild(cover: CoverCode, direction: (x: number, y: number) => number): Style {
  const water = cover === Cover.river || cover === Cover.lake;
  return {
    angle: (x, y) => 2.4 * direction(x, y) + 1.1 * direction(y, x),
    strips: noStrips,
    elongation: 0.9,
    jitter: 0.16,
    amplitude: water ? 0 : 0.16,
    minWidth: 25,
    blockArea: 0,
  };
}

interface FarmlandContext {
  readonly direction: (x: number, y: number) => number;
  readonly villages: VillagePlaces;
  readonly random: Random;
  readonly meadow: boolean;
}

/** Districts first, parted by roads and canals; then each in its own direction. */
function cutFarmland(
  ground: Ground,
  face: number,
  n: number,
  area: number,
  budget: Budget,
  { direction, villages, random, meadow }: FarmlandContext,
): void {
  const before = ground.mesh.faceCount;
  const size = 42e6;
  const districts = Math.min(Math.round(area / size), Math.ceil(n / 4));
  if (districts > 1) {
    const style: Style = {
      angle: (x, y) => 1.1 * direction(x, y),
      strips: (part, k, r) => (n < 12 * districts && k < 3 ? [] : mainStrips(part, r)),
      elongation: 1.1,
      jitter: 0.13,
      amplitude: 0.03,
      minWidth: 120,
      blockArea: 0,
    };
    subdivide(ground, face, 2 * districts, style, random);
  }
  const parts = [face];
  for (let f = before; f < ground.mesh.faceCount; f++) parts.push(f);
  const wanted = ground.cover[face];
  for (const part of parts) {
    if (ground.cover[part] !== wanted) continue;
    const partArea = ground.mesh.area(part);
    const seeds: Seeds | undefined = meadow
      ? undefined
      : {
          points: villages.within(ground, part),
          parcels: budget.village,
          area: villages.area,
          settle: (village, k) => cutVillage(ground, village, k, random),
        };
    const style = fields(longestDirection(ground, part, direction), meadow, random);
    subdivide(
      ground,
      part,
      Math.max(1, Math.round((n * partArea) / area) - (parts.length > 1 ? 1 : 0)),
      style,
      random,
      seeds,
    );
  }
}

function mainStrips(area: number, random: Random): Strip[] {
  if (area < 8e6) return [];
  const kind = random.next();
  if (kind < 0.4) return [strip(24, Cover.ditch), strip(9, Cover.track)];
  if (kind < 0.8) return [strip(12, Cover.belt), strip(11, Cover.track)];
  return [strip(16, Cover.ditch)];
}

const strip = (width: number, cover: CoverCode): Strip => ({ width, cover });

function fields(angle: number, meadow: boolean, random: Random): Style {
  const elongation = meadow ? 1.4 : [1.3, 1.9, 2.6][random.integer(3)]!;
  const trees = random.between(0.1, 0.45);
  return {
    angle: () => angle,
    elongation,
    jitter: meadow ? 0.12 : 0.05,
    amplitude: meadow ? 0.07 : 0,
    minWidth: 12,
    blockArea: 4.2e6,
    strips: (area, n, r) => {
      if (n < 4 || meadow) return n > 12 && area > 5e6 ? [strip(8, Cover.track)] : [];
      const kind = r.next();
      if (area > 3e6) {
        if (kind < trees)
          return n > 6 ? [strip(14, Cover.belt), strip(7, Cover.track)] : [strip(14, Cover.belt)];
        if (kind < 0.75)
          return n > 6 ? [strip(11, Cover.ditch), strip(7, Cover.track)] : [strip(11, Cover.ditch)];
        return [strip(8, Cover.track)];
      }
      if (area > 6e5) {
        if (kind < 0.5 * trees) return [strip(10, Cover.belt)];
        if (kind < 0.45) return [strip(7, Cover.ditch)];
        return kind < 0.75 ? [strip(5, Cover.track)] : [];
      }
      return area > 1.2e5 && kind < 0.22 ? [strip(4, Cover.ditch)] : [];
    },
  };
}

/** Direction of the longest straight edge, so that fields lie along their road or canal; else that of the country around. */
function longestDirection(ground: Ground, face: number, direction: (x: number, y: number) => number): number {
  const { mesh } = ground;
  let best = -1;
  for (const h of mesh.ring(face)) if (best < 0 || mesh.length(h) > mesh.length(best)) best = h;
  const a = mesh.origin[best]!;
  const b = mesh.destination(best);
  if (mesh.length(best) < 700) return 1.1 * direction(mesh.x[a]!, mesh.y[a]!);
  return Math.atan2(mesh.y[b]! - mesh.y[a]!, mesh.x[b]! - mesh.x[a]!);
}

function cutVillage(ground: Ground, face: number, parcels: number, random: Random): void {
  ground.set(face, Cover.village);
  ground.block[face] = ground.blockCount++;
  const angle = longestDirection(ground, face, () => 0);
  subdivide(ground, face, parcels, streets(angle, [8, 6, 4], [9e4, 1.6e4]), random);
}

function cutTown(
  ground: Ground,
  geography: Geography,
  face: number,
  area: number,
  budget: Budget,
  random: Random,
): void {
  const town = ground.town[face]!;
  const whole = town === 0 ? 2.95e7 : 1.55e6;
  const n = Math.max(1, Math.round(((town === 0 ? budget.city : budget.town) * area) / whole));
  const style =
    town === 0
      ? streets(geography.towns[0]!.angle, [40, 24, 14], [7e5, 1.6e5])
      : streets(geography.towns[town]!.angle, [22, 14, 9], [9e5, 1.2e5]);
  subdivide(ground, face, n, style, random);
}

/** A grid of streets: the widest through the largest parts. */
function streets(
  angle: number,
  widths: readonly [number, number, number],
  areas: readonly [number, number],
): Style {
  return {
    angle: () => angle,
    strips: (area, n) => {
      if (area > areas[0]) return [strip(widths[0], Cover.street)];
      if (n < 4) return [];
      return [strip(area > areas[1] ? widths[1] : widths[2], Cover.street)];
    },
    elongation: 1.25,
    jitter: 0.1,
    amplitude: 0,
    minWidth: 9,
    blockArea: 0,
  };
}
