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
 * or overlap is that crossing's consequence, gone when it is mended, and no fault of its own.
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
      for (const points of [known.points, this.#all]) {
        points.add(segment[0], segment[1]);
        points.add(segment[2], segment[3]);
      }
    }
  }

  /** Whether a boundary crosses itself at a point. */
  at(x: number, y: number): boolean {
    return this.#all.has(x, y);
  }

  /** Whether a piece lies in the box of one of its features and has a corner where that one crosses itself. */
  explain({ features, rings }: Pick<CoveragePiece, 'features' | 'rings'>): boolean {
    if (this.#features.size === 0) return false;
    return features.some((f) => {
      const crossing = this.#features.get(f);
      return (
        crossing !== undefined &&
        liesIn(rings[0]!, crossing.box, this.#snap) &&
        rings.some((ring) => hasVertexAt(ring, crossing.points))
      );
    });
  }
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
