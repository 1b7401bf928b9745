import { orient2d } from 'robust-predicates';

/** Rounding bound of the plain determinant relative to the sum of its products (Shewchuk 1997, ccwerrboundA). */
const FILTER = 3.330669073875472e-16;

/**
 * On which side of the directed line a→b the point c lies: > 0 left, < 0 right, 0 exactly on it. The sign is exact for
 * any doubles (adaptive predicate of robust-predicates behind a filter that decides nearly always); the magnitude is twice
 * the area of the triangle, roughly.
 */
export function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (bx - ax) * (cy - ay);
  const right = (by - ay) * (cx - ax);
  const det = left - right;
  const sum = left < 0 ? -left : left;
  const bound = FILTER * (sum + (right < 0 ? -right : right));
  return det > bound || det < -bound ? det : -orient2d(ax, ay, bx, by, cx, cy);
}

/*
 * Two layers are compared as if the second were moved by (ε, ε²), an infinitesimal shift (simulation of simplicity,
 * Edelsbrunner and Mücke 1990): then no vertex lies on an edge of the other layer and no two edges are collinear, so every
 * question has one answer, and the answers fit together. Areas are continuous under the shift, so none changes.
 */

/** Side of a vertex of the second layer against an edge of the first, where it lies exactly on its line: never 0. */
export function shiftedVertexSide(dx: number, dy: number): number {
  return dy !== 0 ? -dy : dx;
}

/** Side of a vertex of the first layer against an edge of the second, where it lies exactly on its line: never 0. */
export function shiftedEdgeSide(dx: number, dy: number): number {
  return dy !== 0 ? dy : -dx;
}
