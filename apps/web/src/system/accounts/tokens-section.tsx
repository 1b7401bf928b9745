import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { ReasonDialog } from '../../forms/reason-dialog.tsx';
import { SecretOnce } from '../../forms/secret-once.tsx';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { onDay } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { adcodeOf, RegionField } from '../regions/region-field.tsx';
import { type ListedAccount, rolesQuery, type Token, tokensQuery } from './account-queries.ts';
import style from './accounts.module.css';
import { VerbsField } from './role-fields.tsx';
import { useAccountAct } from './use-account-act.ts';
import { VerbNames } from './verb-names.tsx';
import { accountsWords } from './words.ts';

interface Typed {
  readonly title: string;
  readonly verbs: Token['verbs'];
  readonly region: string;
  readonly days: number;
}

/** Programs that act for an account. */
export function TokensSection({ account: { name, grants } }: { readonly account: ListedAccount }) {
  const words = useWords(accountsWords);
  const { data: tokens = [], error, refetch } = useQuery(tokensQuery(name));
  const { data: all } = useQuery(rolesQuery);
  const [isIssuing, setIssuing] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [ending, setEnding] = useState<Token>();
  const own = new Set<string>(grants.flatMap(({ verbs }) => verbs));
  const issue = useAccountAct(
    ({ region, ...typed }: Typed) =>
      answered(
        api.POST('/api/v1/accounts/{account}/tokens', {
          params: { path: { account: name } },
          body: { ...typed, region: adcodeOf(region) },
        }),
      ),
    (token) => {
      setIssuing(false);
      setSecret(token.secret);
    },
  );
  const end = useAccountAct(
    ({ id, reason }: { readonly id: number; readonly reason: string }) =>
      answered(
        api.DELETE('/api/v1/accounts/{account}/tokens/{token}', {
          params: { path: { account: name, token: id }, query: { reason } },
        }),
      ),
    () => setEnding(undefined),
  );
  return (
    <section aria-labelledby="account-tokens">
      <div className={style.sectionHead}>
        <h2 id="account-tokens">{words.tokens}</h2>
        <Button size="small" onClick={() => setIssuing(true)}>
          {words.issue}
        </Button>
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {tokens.length === 0 && <p className={notes.small}>{words.tokensNone}</p>}
      <ul className={style.items}>
        {tokens.map((token) => (
          <li key={token.id}>
            <div className={style.item}>
              <strong>
                {token.title}
                {token.region !== null && ` · ${token.region}`}
              </strong>
              <VerbNames verbs={token.verbs} />
              <small>
                {words.expiresAt(onDay(token.expiresAt))} ·{' '}
                {token.usedAt === null ? words.unused : words.usedAt(onDay(token.usedAt))}
              </small>
            </div>
            <Button size="small" onClick={() => setEnding(token)}>
              {words.endToken}
            </Button>
          </li>
        ))}
      </ul>
      {isIssuing && (
        <FormDialog<Typed>
          title={words.issue}
          act={words.issueAct}
          fields={['title', 'verbs', 'region', 'days']}
          initialValues={{ days: 90 }}
          isPending={issue.isPending}
          error={issue.error}
          onSubmit={(typed) => issue.mutate(typed)}
          onClose={() => setIssuing(false)}
        >
          <Form.Item
            name="title"
            label={words.title}
            extra={words.titleExtra}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input autoFocus maxLength={100} />
          </Form.Item>
          <VerbsField
            label={words.tokenVerbs}
            extra={words.tokenVerbsExtra}
            verbs={all?.verbs.filter(({ verb }) => own.has(verb)) ?? []}
          />
          <RegionField label={words.region} extra={words.tokenRegionExtra} />
          <Form.Item name="days" label={words.days} extra={words.daysExtra} rules={[{ required: true }]}>
            <InputNumber min={1} max={366} precision={0} />
          </Form.Item>
        </FormDialog>
      )}
      {secret !== undefined && (
        <SecretOnce title={words.secretTitle} secret={secret} onClose={() => setSecret(undefined)}>
          {words.secretTold}
        </SecretOnce>
      )}
      {ending && (
        <ReasonDialog
          title={words.endTokenTitle}
          act={words.endToken}
          isDanger
          isPending={end.isPending}
          error={end.error}
          onSubmit={(reason) => end.mutate({ id: ending.id, reason })}
          onClose={() => setEnding(undefined)}
        >
          {words.endTokenTold(ending.title)}
        </ReasonDialog>
      )}
    </section>
  );
}
