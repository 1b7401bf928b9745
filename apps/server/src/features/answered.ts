import { FilterError } from '../cql2/filter-error.ts';
import { Problem } from '../problems/problem.ts';

/**
 * What a filter's work gives.
 *
 * @param at the part of the request that is answered: a parameter's name, or a JSON Pointer
 * @throws Problem server.invalid-filter where it cannot be understood or answered
 */
export function answered<T>(work: () => T, at = 'filter'): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw new Problem('server.invalid-filter', {
      detail: error.message,
      invalid: [{ at, message: error.message }],
      cause: error,
    });
  }
}
