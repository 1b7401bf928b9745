import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '../api/answers.ts';
import { answered, api } from '../api/client.ts';

export type RuleBooks = Answer<'/api/v1/rules'>;
export type RuleBook = RuleBooks['books'][number];
export type Rule = RuleBook['rules'][number];
export type Parameter = Rule['parameters'][number];
export type Setting = NonNullable<Parameter['set']>;

/** The rule books as they apply in a region; undefined: in none, as the rules carry their values. */
export const rulesQuery = (region: string | undefined) =>
  queryOptions({
    queryKey: ['rules', region ?? null],
    queryFn: () => answered(api.GET('/api/v1/rules', { params: { query: region ? { region } : {} } })),
  });
