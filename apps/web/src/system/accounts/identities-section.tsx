import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { ReasonDialog } from '../../forms/reason-dialog.tsx';
import { ReasonField } from '../../forms/reason-field.tsx';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { onDay } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { type Identity, identitiesQuery, type ListedAccount } from './account-queries.ts';
import style from './accounts.module.css';
import { useAccountAct } from './use-account-act.ts';
import { accountsWords } from './words.ts';

interface Typed {
  readonly issuer: string;
  readonly identifier: string;
  readonly reason: string;
}

/** Who an account is at an identity provider. */
export function IdentitiesSection({ account: { name } }: { readonly account: ListedAccount }) {
  const words = useWords(accountsWords);
  const { data: identities = [], error, refetch } = useQuery(identitiesQuery(name));
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Identity>();
  const add = useAccountAct(
    (body: Typed) =>
      answered(
        api.POST('/api/v1/accounts/{account}/identities', { params: { path: { account: name } }, body }),
      ),
    () => setAdding(false),
  );
  const end = useAccountAct(
    ({ id, reason }: { readonly id: number; readonly reason: string }) =>
      answered(
        api.DELETE('/api/v1/accounts/{account}/identities/{identity}', {
          params: { path: { account: name, identity: id }, query: { reason } },
        }),
      ),
    () => setEnding(undefined),
  );
  return (
    <section aria-labelledby="account-identities">
      <div className={style.sectionHead}>
        <h2 id="account-identities">{words.identities}</h2>
        <Button size="small" onClick={() => setAdding(true)}>
          {words.addIdentity}
        </Button>
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!error && identities.length === 0 && <p className={notes.small}>{words.identitiesNone}</p>}
      <ul className={style.items}>
        {identities.map((identity) => (
          <li key={identity.id}>
            <div className={style.item}>
              <strong>{identity.identifier}</strong>
              <span>{identity.issuer}</span>
              <small>
                {words.registeredAt(onDay(identity.registeredAt))}
                {identity.subject === null && ` · ${words.notYetUsed}`}
              </small>
            </div>
            <Button size="small" onClick={() => setEnding(identity)}>
              {words.endIdentity}
            </Button>
          </li>
        ))}
      </ul>
      {isAdding && (
        <FormDialog<Typed>
          title={words.addIdentity}
          act={words.addIdentityAct}
          fields={['issuer', 'identifier', 'reason']}
          isPending={add.isPending}
          error={add.error}
          onSubmit={(typed) => add.mutate(typed)}
          onClose={() => setAdding(false)}
        >
          <Form.Item
            name="issuer"
            label={words.issuer}
            extra={words.issuerExtra}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input autoFocus maxLength={500} spellCheck={false} placeholder="https://" />
          </Form.Item>
          <Form.Item
            name="identifier"
            label={words.identifier}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input maxLength={200} spellCheck={false} autoComplete="off" />
          </Form.Item>
          <ReasonField />
        </FormDialog>
      )}
      {ending && (
        <ReasonDialog
          title={words.endIdentityTitle}
          act={words.endIdentity}
          isDanger
          isPending={end.isPending}
          error={end.error}
          onSubmit={(reason) => end.mutate({ id: ending.id, reason })}
          onClose={() => setEnding(undefined)}
        >
          {words.endIdentityTold(ending.identifier)}
        </ReasonDialog>
      )}
    </section>
  );
}
