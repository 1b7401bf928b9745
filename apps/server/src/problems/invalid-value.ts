import { type InvalidValue, Problem } from './problem.ts';

/** A value of the request that is refused. @param at its parameter's name, or JSON Pointer into the body */
export function invalid(at: string, message: string): Problem {
  return invalidValues([{ at, message }]);
}

export function invalidValues(values: readonly InvalidValue[]): Problem {
  const detail = values.map(({ at, message }) => `${at}：${message}`).join('；');
  return new Problem('server.invalid-request', { detail, invalid: values });
}
