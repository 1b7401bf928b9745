import { queryOptions, useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { DatabaseBackup } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { ReasonDialog } from '../../forms/reason-dialog.tsx';
import notes from '../../shell/notes.module.css';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import split from '../../split/split.module.css';
import { bytes } from '../../words/numbers.ts';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { backupsWords } from './words.ts';

/** Milliseconds between two looks while one is being written. */
const PAUSE = 2000;

const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: () => answered(api.GET('/api/v1/backups')),
  refetchInterval: ({ state: { data } }) => (data?.writing ? PAUSE : false),
});

/** Backups of the whole store: made, taken away, deleted. */
export function BackupsPage() {
  const words = useWords(backupsWords);
  const { message } = App.useApp();
  const [isMaking, setMaking] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  const { data } = useSuspenseQuery(backupsQuery);
  const { writing, backups } = data;
  const wasWriting = useRef(writing);
  useEffect(() => {
    if (wasWriting.current && !writing) void message.success(words.made);
    wasWriting.current = writing;
  }, [writing, message, words]);
  const make = useMutation({
    mutationFn: (reason: string) => answered(api.POST('/api/v1/backups', { body: { reason } })),
    onSuccess: () => {
      setMaking(false);
      void queries.invalidateQueries({ queryKey: backupsQuery.queryKey });
    },
  });
  const remove = useMutation({
    mutationFn: ({ name, reason }: { readonly name: string; readonly reason: string }) =>
      answered(
        api.DELETE('/api/v1/backups/{backup}', { params: { path: { backup: name }, query: { reason } } }),
      ),
    onSuccess: () => {
      setDeleting(undefined);
      void message.success(words.deleted);
      void queries.invalidateQueries({ queryKey: backupsQuery.queryKey });
    },
  });
  return (
    <div className={`${split.room} ${split.whole}`}>
      <section className={split.pane} aria-labelledby="backups-title">
        <header className={split.head}>
          <h1 id="backups-title">{words.title}</h1>
          <Button
            type="primary"
            icon={<DatabaseBackup size={15} aria-hidden="true" />}
            disabled={writing}
            onClick={() => setMaking(true)}
          >
            {words.make}
          </Button>
        </header>
        <ScrollBox className={split.body} label={words.title}>
          {writing && (
            <p className={notes.empty} role="status">
              {words.writing}
            </p>
          )}
          {backups.length === 0 && !writing && (
            <p className={notes.empty}>
              <strong>{words.none}</strong>
              {words.noneHint}
            </p>
          )}
          {backups.length > 0 && (
            <table className={`${contents.table} ${contents.cards}`}>
              <thead>
                <tr>
                  <th scope="col">{words.createdAt}</th>
                  <th scope="col">{words.size}</th>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.acts}</th>
                </tr>
              </thead>
              <tbody>
                {backups.map(({ name, bytes: size, createdAt }) => (
                  <tr key={name}>
                    <td data-label={words.createdAt}>{atMinute(createdAt)}</td>
                    <td data-label={words.size}>{bytes(size)}</td>
                    <td data-label={words.name}>
                      <code>{name}</code>
                    </td>
                    <td data-label={words.acts}>
                      <span className={contents.acts}>
                        <Button
                          size="small"
                          href={`/api/v1/backups/${encodeURIComponent(name)}`}
                          download={name}
                        >
                          {words.download}
                        </Button>
                        <Button size="small" danger onClick={() => setDeleting(name)}>
                          {words.delete}
                        </Button>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </ScrollBox>
      </section>
      {isMaking && (
        <ReasonDialog
          title={words.makeTitle}
          act={words.make}
          isPending={make.isPending}
          error={make.error}
          onSubmit={(reason) => make.mutate(reason)}
          onClose={() => setMaking(false)}
        >
          {words.makeTold}
        </ReasonDialog>
      )}
      {deleting !== undefined && (
        <ReasonDialog
          title={words.deleteTitle}
          act={words.delete}
          isDanger
          typed={deleting}
          isPending={remove.isPending}
          error={remove.error}
          onSubmit={(reason) => remove.mutate({ name: deleting, reason })}
          onClose={() => setDeleting(undefined)}
        >
          {words.deleteTold(deleting)}
        </ReasonDialog>
      )}
    </div>
  );
}
