import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { ReasonDialog } from '../../forms/reason-dialog.tsx';
import { ReasonField } from '../../forms/reason-field.tsx';
import notes from '../../shell/notes.module.css';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { type Grant, type ListedAccount, rolesQuery } from './account-queries.ts';
import style from './accounts.module.css';
import { askedGrant, type TypedGrant } from './asked-grant.ts';
import { RoleFields } from './role-fields.tsx';
import { useAccountAct } from './use-account-act.ts';
import { VerbNames } from './verb-names.tsx';
import { accountsWords } from './words.ts';

interface Typed extends TypedGrant {
  readonly reason: string;
}

/** What an account may do where. */
export function GrantsSection({ account: { name, grants } }: { readonly account: ListedAccount }) {
  const words = useWords(accountsWords);
  const [isGranting, setGranting] = useState(false);
  const [ending, setEnding] = useState<Grant>();
  const { data: all } = useQuery(rolesQuery);
  const grant = useAccountAct(
    ({ reason, ...typed }: Typed) =>
      answered(
        api.POST('/api/v1/accounts/{account}/grants', {
          params: { path: { account: name } },
          body: { ...askedGrant(typed, all!), reason },
        }),
      ),
    () => setGranting(false),
  );
  const end = useAccountAct(
    ({ id, reason }: { readonly id: number; readonly reason: string }) =>
      answered(
        api.DELETE('/api/v1/accounts/{account}/grants/{grant}', {
          params: { path: { account: name, grant: id }, query: { reason } },
        }),
      ),
    () => setEnding(undefined),
  );
  return (
    <section aria-labelledby="account-grants">
      <div className={style.sectionHead}>
        <h2 id="account-grants">{words.grants}</h2>
        <Button size="small" onClick={() => setGranting(true)}>
          {words.grant}
        </Button>
      </div>
      {grants.length === 0 && <p className={notes.small}>{words.grantsNone}</p>}
      <ul className={style.items}>
        {grants.map((one) => (
          <li key={one.id}>
            <div className={style.item}>
              <strong>
                {words.roleTitles[one.role] ?? one.title} · {one.regionName ?? words.everywhere}
              </strong>
              <VerbNames verbs={one.verbs} />
              <small>{words.grantedAt(atMinute(one.grantedAt))}</small>
            </div>
            <Button size="small" onClick={() => setEnding(one)}>
              {words.ungrant}
            </Button>
          </li>
        ))}
      </ul>
      {isGranting && (
        <FormDialog<Typed>
          title={words.grant}
          act={words.grantAct}
          width={600}
          fields={['role', 'region', 'verbs', 'reason']}
          isPending={grant.isPending}
          error={grant.error}
          onSubmit={(typed) => grant.mutate(typed)}
          onClose={() => setGranting(false)}
        >
          <RoleFields />
          <ReasonField />
        </FormDialog>
      )}
      {ending && (
        <ReasonDialog
          title={words.ungrantTitle}
          act={words.ungrant}
          isDanger
          isPending={end.isPending}
          error={end.error}
          onSubmit={(reason) => end.mutate({ id: ending.id, reason })}
          onClose={() => setEnding(undefined)}
        >
          {words.ungrantTold(
            words.roleTitles[ending.role] ?? ending.title,
            ending.regionName ?? words.everywhere,
          )}
        </ReasonDialog>
      )}
    </section>
  );
}
