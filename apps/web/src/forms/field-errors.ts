import { ApiProblem } from '../api/api-problem.ts';

/** What a form shows at a field. */
export interface FieldError<Name extends string> {
  readonly name: Name;
  readonly errors: string[];
}

/**
 * What the server says of single values, for the fields of a form that hold them: `/reason`, `reason` and `/grants/0/region` stand at the field of
 * their first part. What no field holds stays for the note under the form.
 */
export function fieldErrors<Name extends string>(error: unknown, names: readonly Name[]): FieldError<Name>[] {
  if (!(error instanceof ApiProblem)) return [];
  return names.flatMap((name) => {
    const errors = error.invalid
      .filter(({ at }) => at.replace(/^\//, '').split('/')[0] === name)
      .map(({ message }) => message);
    return errors.length === 0 ? [] : [{ name, errors }];
  });
}
