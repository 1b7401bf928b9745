import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { answered, api } from '../api/client.ts';
import { atMinute } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import notes from './notes.module.css';
import { noticeAddress } from './notice-address.ts';
import style from './notice-bell.module.css';
import { type Notice, noticesQuery } from './notices-query.ts';
import { ProblemNote } from './problem-note.tsx';
import bar from './top-bar.module.css';
import tray from './tray.module.css';
import { Tray } from './tray.tsx';
import { shellWords } from './words.ts';

/** What one should hear of: given to one, answered, contested, done. */
export function NoticeBell() {
  const words = useWords(shellWords);
  const { data, error } = useQuery(noticesQuery);
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: (until: string) => answered(api.PUT('/api/v1/notifications/read', { body: { until } })),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const items = data?.items ?? [];
  const unread = data?.unread ?? 0;
  const button = (
    <button
      type="button"
      className={bar.pill}
      title={words.notifications}
      aria-label={words.unread(unread)}
      aria-expanded={isOpen}
    >
      <Badge count={unread} size="small" offset={[2, -2]}>
        <Bell size={16} aria-hidden="true" className={style.bell} />
      </Badge>
    </button>
  );
  return (
    <Tray title={words.notifications} isOpen={isOpen} setOpen={setOpen} button={button}>
      {error && <ProblemNote error={error} />}
      {read.isError && <ProblemNote error={read.error} />}
      {items.length === 0 ? (
        <p className={notes.empty}>{words.noNotifications}</p>
      ) : (
        <>
          <div className={tray.line}>
            <strong>{words.notifications}</strong>
            <Button
              size="small"
              disabled={unread === 0}
              loading={read.isPending}
              onClick={() => read.mutate(items[0]!.at)}
            >
              {words.markRead}
            </Button>
          </div>
          <ul>
            {items.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} onOpen={() => setOpen(false)} />
            ))}
          </ul>
        </>
      )}
    </Tray>
  );
}

function NoticeItem({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) {
  const words = useWords(shellWords);
  const { kind, by, at, text, isRead } = notice;
  const isJob = kind === 'job-done' || kind === 'job-failed';
  return (
    <li className={style.item} data-read={isRead || undefined}>
      <Link to={noticeAddress(notice)} onClick={onOpen}>
        {isJob ? words.jobEnded[kind](words.jobKinds[text] ?? '') : words.noticeKinds[kind](by)}
      </Link>
      {!isJob && text !== '' && <span>{text}</span>}
      <time className={notes.small} dateTime={at}>
        {atMinute(at)}
      </time>
    </li>
  );
}
