import { type Polylines, PolylinesBuilder } from '@tuheng/geometry';
import { Cover, type Ground } from '../ground/ground.ts';
import { outsideOf, type Point } from '../ground/shapes.ts';
import type { County } from './state.ts';

/** A road as it is drawn: its centre line, and what is said of it. */
export interface Road {
  readonly line: readonly number[];
  readonly grade: '主干路' | '次干路' | '支路' | '公路';
  /** Metres. */
  readonly width: number;
}

const made = new WeakMap<County, readonly Road[]>();

/** The streets of the central city along their middle, joined where one ends on another, and the roads of the county outside its towns. */
export function roadsOf(county: County): readonly Road[] {
  const known = made.get(county) ?? [...cityStreets(county.ground), ...countyRoads(county)];
  made.set(county, known);
  return known;
}

export function linesOf(roads: readonly Road[]): Polylines {
  const builder = new PolylinesBuilder();
  for (const { line } of roads) {
    builder.addPart(line);
    builder.endFeature();
  }
  return builder.build();
}

/** A street's middle: points at `from` and `to` along the direction (ux, uy), `off` beside the origin. */
interface Middle {
  readonly face: number;
  readonly ux: number;
  readonly uy: number;
  readonly off: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Places along it where other streets end. */
  readonly joints: { readonly u: number; readonly point: Point }[];
}

function cityStreets(ground: Ground): Road[] {
  const { mesh } = ground;
  const streets = new Map<number, Middle>();
  for (let face = 1; face < mesh.faceCount; face++) {
    if (ground.town[face] === 0 && ground.cover[face] === Cover.street) {
      streets.set(face, middleOf(ground, face));
    }
  }
  const ends = new Map<number, { start?: Point; end?: Point }>();
  for (const street of streets.values()) {
    const own: { start?: Point; end?: Point } = {};
    for (const end of ['start', 'end'] as const) {
      const beside = besideEnd(ground, streets, street, end);
      if (beside) own[end] = join(street, end, beside);
    }
    ends.set(street.face, own);
  }
  return [...streets.values()].map((street) => {
    const { start, end } = ends.get(street.face)!;
    const { from, to, width } = street;
    const inner = [
      { u: from, point: pointAt(street, from) },
      ...street.joints,
      { u: to, point: pointAt(street, to) },
    ].sort((a, b) => a.u - b.u);
    const points = [...(start ? [start] : []), ...inner.map(({ point }) => point), ...(end ? [end] : [])];
    return {
      line: points.flat(),
      grade: width >= 30 ? '主干路' : width >= 18 ? '次干路' : '支路',
      width: Math.round(width),
    };
  });
}

/** Along the direction that most of its edges have. */
function middleOf({ mesh }: Ground, face: number): Middle {
  let [double, square] = [0, 0];
  const ring = mesh.ring(face);
  for (const h of ring) {
    const [a, b] = [mesh.origin[h]!, mesh.destination(h)];
    const [dx, dy] = [mesh.x[b]! - mesh.x[a]!, mesh.y[b]! - mesh.y[a]!];
    const length = Math.hypot(dx, dy) || 1;
    double += (2 * dx * dy) / length;
    square += (dx * dx - dy * dy) / length;
  }
  const angle = Math.atan2(double, square) / 2;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  let [from, to, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const h of ring) {
    const [x, y] = [mesh.x[mesh.origin[h]!]!, mesh.y[mesh.origin[h]!]!];
    from = Math.min(from, ux * x + uy * y);
    to = Math.max(to, ux * x + uy * y);
    low = Math.min(low, ux * y - uy * x);
    high = Math.max(high, ux * y - uy * x);
  }
  const width = mesh.area(face) / (to - from);
  return { face, ux, uy, off: (low + high) / 2, from, to, width, joints: [] };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function pointAt({ ux, uy, off }: Middle, u: number): Point {
  return [rounded(u * ux - off * uy), rounded(u * uy + off * ux)];
}

/** The street with the longest edge in common at one end of another. */
function besideEnd(
  { mesh }: Ground,
  streets: ReadonlyMap<number, Middle>,
  { face, ux, uy, from, to, width }: Middle,
  end: 'start' | 'end',
): Middle | undefined {
  const lengths = new Map<number, number>();
  for (const h of mesh.ring(face)) {
    const beside = mesh.face[h ^ 1]!;
    if (beside === face || !streets.has(beside)) continue;
    const [a, b] = [mesh.origin[h]!, mesh.destination(h)];
    const u = (ux * (mesh.x[a]! + mesh.x[b]!) + uy * (mesh.y[a]! + mesh.y[b]!)) / 2;
    if (Math.abs(u - (end === 'start' ? from : to)) > width) continue;
    lengths.set(beside, (lengths.get(beside) ?? 0) + mesh.length(h));
  }
  const [longest] = [...lengths].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return longest && streets.get(longest[0]);
}

/** Where the end of a street meets the middle of the one beside it, which has a joint there from now on. */
function join(street: Middle, end: 'start' | 'end', beside: Middle): Point {
  const [x, y] = pointAt(street, end === 'start' ? street.from : street.to);
  const u = Math.max(beside.from, Math.min(beside.to, beside.ux * x + beside.uy * y));
  const point = pointAt(beside, u);
  beside.joints.push({ u, point });
  return point;
}

/** Metres. */
const HIGHWAY = 56;
const ROAD = 24;

function countyRoads({ geography }: County): Road[] {
  const towns = geography.towns.map(({ loop }) => loop);
  return geography.ways
    .filter(({ kind }) => kind === 'highway' || kind === 'road')
    .flatMap(({ kind, band }) =>
      outsideOf(band.centre, towns).map(
        (line): Road => ({
          line: line.map(rounded),
          grade: '公路',
          width: kind === 'highway' ? HIGHWAY : ROAD,
        }),
      ),
    );
}
