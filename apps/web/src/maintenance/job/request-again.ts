import type { Job } from '../../api/answers.ts';

type Input = { readonly upload: string } | { readonly plan: string; readonly version: string };

/** A job as it has to be asked for to be done with the same files and versions once more. */
export function requestAgain({ kind, plan, inputs }: Pick<Job, 'kind' | 'plan' | 'inputs'>): object {
  const named = Object.entries(inputs as Record<string, Record<string, unknown>>).map(
    ([role, input]): readonly [string, Input] => [
      role,
      'upload' in input
        ? { upload: String(input.upload) }
        : { plan: String(input.plan), version: String(input.version) },
    ],
  );
  return { kind, ...(plan !== null && { plan }), ...Object.fromEntries(named) };
}
