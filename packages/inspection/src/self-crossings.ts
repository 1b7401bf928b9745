import {
  type Box,
  type CoveragePiece,
  type CoverageReport,
  featureBox,
  type Polygons,
} from '@tuheng/geometry';
import { NearPoints } from './near-points.ts';

/**
 * Where features' boundaries cross themselves. A bow-tie read by the even-odd rule loses or takes ground beside its crossing: such a gap
 * or overlap is that crossing's consequence, gone when it is mended, and no fault of its own. Only crossings in a point do that: a
 * stretch that a boundary runs twice bounds the same ground as before.
 */
export class SelfCrossings {
  readonly #snap: number;
  readonly #features = new Map<number, { readonly box: Box; readonly points: NearPoints }>();
  readonly #all: NearPoints;

  constructor(polygons: Polygons, { selfIntersections }: CoverageReport, snap: number) {
    this.#snap = snap;
    this.#all = new NearPoints(snap);
    for (const { feature, segment } of selfIntersections) {
      const known = this.#features.get(feature) ?? {
        box: featureBox(polygons, feature),
        points: new NearPoints(snap),
      };
      this.#features.set(feature, known);
      this.#all.add(segment[0], segment[1]);
      this.#all.add(segment[2], segment[3]);
      const isPoint = segment[0] === segment[2] && segment[1] === segment[3];
      if (isPoint) known.points.add(segment[0], segment[1]);
    }
  }

  /** Whether a boundary crosses itself at a point. */
  at(x: number, y: number): boolean {
    return this.#all.has(x, y);
  }

  /**
   * Whether a piece has a corner where one of its features crosses itself, lies in the box of that feature, and takes no more than half of
   * it: the lobe of a bow-tie, and not the open ground beside a parcel with a small fault.
   */
  explain({ features, rings, area }: Pick<CoveragePiece, 'features' | 'rings' | 'area'>): boolean {
    if (this.#features.size === 0) return false;
    return features.some((f) => {
      const crossing = this.#features.get(f);
      return (
        crossing !== undefined &&
        area <= areaOf(crossing.box) / 2 &&
        liesIn(rings[0]!, crossing.box, this.#snap) &&
        rings.some((ring) => hasVertexAt(ring, crossing.points))
      );
    });
  }
}

function areaOf([minX, minY, maxX, maxY]: Box): number {
  return (maxX - minX) * (maxY - minY);
}

function liesIn(ring: readonly number[], [minX, minY, maxX, maxY]: Box, snap: number): boolean {
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i]!, ring[i + 1]!];
    if (x < minX - snap || x > maxX + snap || y < minY - snap || y > maxY + snap) return false;
  }
  return true;
}

function hasVertexAt(ring: readonly number[], points: NearPoints): boolean {
  for (let i = 0; i < ring.length; i += 2) if (points.has(ring[i]!, ring[i + 1]!)) return true;
  return false;
}
