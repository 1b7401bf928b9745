import { hasWords } from '../../words/has-words.ts';
import type { ListedAccount } from './account-queries.ts';

/** The accounts that hold all words of a text somewhere: in name, role or region. */
export function filterAccounts(accounts: readonly ListedAccount[], text: string): ListedAccount[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return accounts.filter(({ name, displayName, grants }) =>
    hasWords(
      [name, displayName, ...grants.flatMap(({ title, region, regionName }) => [title, region, regionName])]
        .join('\n')
        .toLowerCase(),
      wanted,
    ),
  );
}
