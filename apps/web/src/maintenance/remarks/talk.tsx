import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { bytes } from '../../words/numbers.ts';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { assigneesQuery, remarksQuery } from '../desk/queries.ts';
import { type Action, actionsIn } from './remark-actions.ts';
import { RemarkForm } from './remark-form.tsx';
import { RemarkMark } from './remark-mark.tsx';
import style from './remarks.module.css';
import { isSame, type Remark, type Subject } from './use-matters.ts';
import { remarkWords } from './words.ts';

interface TalkProps {
  readonly job: string;
  readonly subject: Subject;
}

/** What was said of a verdict, a piece or a finding, how it stands, and what can be done with it. */
export function Talk({ job, subject }: TalkProps) {
  const words = useWords(remarkWords);
  const { data, error } = useQuery(remarksQuery(job));
  const { data: people } = useQuery(assigneesQuery(job));
  const [action, setAction] = useState<Action>();
  const client = useQueryClient();
  const say = useMutation({
    mutationFn: (said: { action: Action; to?: string; text: string; attachments: string[] }) =>
      answered(
        api.POST('/api/v1/jobs/{job}/remarks', {
          params: { path: { job } },
          body: { subject: subject as never, ...said },
        }),
      ),
    onSuccess: async () => {
      setAction(undefined);
      await client.invalidateQueries({ queryKey: remarksQuery(job).queryKey });
    },
  });
  const state = data?.states.find((one) => isSame(one.subject, subject))?.state ?? 'open';
  const said = data?.remarks.filter((one) => isSame(one.subject, subject)) ?? [];
  const nameOf = (account: string): string =>
    people?.find(({ name }) => name === account)?.displayName ?? account;
  return (
    <section className={style.talk} aria-label={words.title}>
      <div className={style.head}>
        <strong>{words.title}</strong>
        <RemarkMark state={state} />
      </div>
      {error && <ProblemNote error={error} />}
      {data && said.length === 0 && action === undefined && <p className={style.none}>{words.none}</p>}
      {said.length > 0 && (
        <ol className={style.thread}>
          {said.map((remark) => (
            <Said key={remark.id} job={job} remark={remark} nameOf={nameOf} />
          ))}
        </ol>
      )}
      {action === undefined ? (
        <div className={style.actions}>
          {actionsIn(state).map((one, i) => (
            <Button
              key={one}
              size="small"
              type={i === 0 ? 'primary' : 'default'}
              onClick={() => {
                say.reset();
                setAction(one);
              }}
            >
              {words.actions[one]}
            </Button>
          ))}
        </div>
      ) : (
        <RemarkForm
          key={action}
          action={action}
          people={people ?? []}
          isSending={say.isPending}
          onSend={(filled) => say.mutate({ action, ...filled })}
          onCancel={() => setAction(undefined)}
        />
      )}
      {say.isError && <ProblemNote error={say.error} />}
    </section>
  );
}

interface SaidProps {
  readonly job: string;
  readonly remark: Remark;
  nameOf(account: string): string;
}

function Said({ job, remark, nameOf }: SaidProps) {
  const words = useWords(remarkWords);
  const { id, action, to, text, by, at, attachments } = remark;
  return (
    <li>
      <div className={style.who}>
        <span>
          {nameOf(by)} {words.did[action]} {to !== undefined && nameOf(to)}
        </span>
        <time dateTime={at}>{atMinute(at)}</time>
      </div>
      {text !== '' && <p>{text}</p>}
      {attachments.map(({ name, bytes: size, digest }, n) => (
        <a key={digest} href={`/api/v1/jobs/${job}/remarks/${id}/attachments/${n}`} download={name}>
          <Paperclip size={12} aria-hidden="true" /> {name} ({bytes(size)})
        </a>
      ))}
    </li>
  );
}
