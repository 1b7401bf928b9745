import type { Plan } from '@tuheng/standard';
import type { Database } from '../database/database.ts';
import { type Published, publish } from '../plans/publish.ts';
import { planOfSquares, publication, square, tester } from './plans.ts';

/** Squares stand in rows of this many, each apart from the next. */
const ROW = 500;

/**
 * A plan of one layer of `n` squares.
 *
 * @param edition the class of the first `changed` of them: another edition is another plan
 */
export function squarePlan(n: number, edition = 0, changed = Math.min(n, 5)): Plan {
  return planOfSquares(
    Array.from({ length: n }, (_, i) =>
      square(2 * (i % ROW), 2 * Math.floor(i / ROW), i + 1, i < changed ? `第 ${edition} 稿` : '520'),
    ),
  );
}

/** Publishes edition `edition` of a plan of squares over the edition before. */
export function publishEdition(
  database: Database,
  code: string,
  n: number,
  edition: number,
): Promise<Published> {
  const change = publication(code, squarePlan(n, edition - 1), squarePlan(n, edition));
  return publish(database, tester, { ...change, review: { id: `${code}-${edition}` } });
}
