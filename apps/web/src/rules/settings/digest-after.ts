import { queries } from '../../api/queries.ts';
import { type RuleBook, rulesQuery } from '../rules-query.ts';

/** The digest of a rule book after something was set: what was known of the rules and their history is asked for anew. */
export async function digestAfter(region: string, book: RuleBook['id']): Promise<string> {
  await queries.invalidateQueries({ queryKey: ['rules'] });
  await queries.invalidateQueries({ queryKey: ['thresholds'] });
  const { books } = await queries.fetchQuery({ ...rulesQuery(region), staleTime: 0 });
  return books.find(({ id }) => id === book)!.digest;
}
