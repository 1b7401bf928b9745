import { ChevronLeft } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import notes from '../../shell/notes.module.css';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import split from '../../split/split.module.css';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { AccountActs } from './account-acts.tsx';
import type { ListedAccount } from './account-queries.ts';
import style from './accounts.module.css';
import { GrantsSection } from './grants-section.tsx';
import { IdentitiesSection } from './identities-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { accountsWords } from './words.ts';

export interface AccountDetailProps {
  readonly account: ListedAccount | undefined;
  /** Whether the address names one, found or not. */
  readonly isNamed: boolean;
}

/** One account: what it may do where, how it signs in, the programs that act for it. */
export function AccountDetail({ account, isNamed }: AccountDetailProps) {
  const words = useWords(accountsWords);
  const { search } = useLocation();
  return (
    <>
      <div className={`${split.head} ${split.back}`}>
        <Link to={{ pathname: '/system/accounts', search }}>
          <ChevronLeft size={14} aria-hidden="true" /> {words.back}
        </Link>
      </div>
      <ScrollBox className={split.body} label={account?.displayName ?? words.list}>
        {account ? (
          <article className={`${contents.detail} ${style.detail}`}>
            <header className={contents.title}>
              <h1>{account.displayName}</h1>
              <p className={contents.tags}>
                <code className={contents.id}>{account.name}</code>
                {account.disabledAt !== null && <strong>{words.disabled}</strong>}
                {!account.hasPassword && <span>{words.noPassword}</span>}
              </p>
              <p className={contents.tags}>
                <span>{words.createdAt(atMinute(account.createdAt))}</span>
                {account.lastSignInAt !== null && (
                  <span>{words.lastSignInAt(atMinute(account.lastSignInAt))}</span>
                )}
              </p>
            </header>
            <AccountActs account={account} />
            <GrantsSection account={account} />
            <TokensSection account={account} />
            <IdentitiesSection account={account} />
          </article>
        ) : (
          <p className={notes.empty}>{isNamed ? words.noSuch : words.choose}</p>
        )}
      </ScrollBox>
    </>
  );
}
