import type { ArealGeometry, Box } from '@tuheng/geometry';
import type { Evidence, Review, Verdict } from '@tuheng/maintenance';

/** A review as the desk shows it first: all of it but the shapes, of which there may be thousands. */
export interface ScreenReview extends Omit<Review, 'verdicts'> {
  readonly verdicts: readonly ScreenVerdict[];
}

export interface ScreenVerdict extends Omit<Verdict, 'evidence' | 'pictures'> {
  /** How many pictures there are: they come when asked for. */
  readonly pictures: number;
  /** How many pieces of evidence there are. */
  readonly pieces: number;
  /** The largest of them. */
  readonly evidence: readonly ScreenPiece[];
}

export interface ScreenPiece extends Omit<Evidence, 'geometry'> {
  /** Place among the evidence of the verdict, from 0. */
  readonly n: number;
  /** West, south, east, north in degrees; null for a piece without corners. */
  readonly box: Box | null;
}

/** Pieces of one verdict that come with the review. */
export const MOST_PIECES = 200;

export function screenReview(review: Review): ScreenReview {
  return {
    ...review,
    verdicts: review.verdicts.map(({ evidence, pictures, ...verdict }) => ({
      ...verdict,
      pictures: pictures.length,
      pieces: evidence.length,
      evidence: evidence.slice(0, MOST_PIECES).map(screenPiece),
    })),
  };
}

export function screenPiece({ geometry, ...piece }: Evidence, n: number): ScreenPiece {
  return { n, ...piece, box: boxOf(geometry) };
}

function boxOf({ coordinates }: ArealGeometry): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of coordinates.flat(
    coordinates.length > 0 && isRing(coordinates[0]!) ? 1 : 2,
  ) as number[][]) {
    west = Math.min(west, x!);
    south = Math.min(south, y!);
    east = Math.max(east, x!);
    north = Math.max(north, y!);
  }
  return west > east ? null : [west, south, east, north];
}

/** Whether something of a geometry is a ring, and no polygon of rings. */
function isRing(part: number[][] | number[][][]): part is number[][] {
  return typeof part[0]?.[0] === 'number';
}
