import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../api/answers.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { shellWords } from '../../shell/words.ts';
import { ScrollBox } from '../../split/scroll-box.tsx';
import { bytes, count } from '../../words/numbers.ts';
import { atMinute } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import style from './health.module.css';
import { durationOf, readyQuery, systemQuery } from './health-queries.ts';
import { healthWords } from './words.ts';

/** Share of a disk below which its room is told as short. */
const SHORT = 0.1;

/** How the server is doing, for who runs it. */
export function HealthPage() {
  const words = useWords(healthWords);
  const { data, error, refetch, dataUpdatedAt } = useQuery(systemQuery);
  const { data: isReady, error: unready } = useQuery(readyQuery);
  return (
    <ScrollBox className={style.page} label={words.title}>
      <header className={style.head}>
        <h1>{words.title}</h1>
        {isReady !== undefined && !unready && (
          <span className={isReady ? style.ready : style.notReady} role="status">
            {isReady ? (
              <CircleCheck size={15} aria-hidden="true" />
            ) : (
              <CircleX size={15} aria-hidden="true" />
            )}
            {isReady ? words.ready : words.notReady}
          </span>
        )}
        {data && (
          <span className={notes.small}>{words.asOf(atMinute(new Date(dataUpdatedAt).toISOString()))}</span>
        )}
      </header>
      {unready && <ProblemNote error={unready} />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data ? <Cards system={data} /> : !error && <Waiting />}
    </ScrollBox>
  );
}

function Cards({ system }: { readonly system: Answer<'/api/v1/system'> }) {
  const words = useWords(healthWords);
  const shell = useWords(shellWords);
  const { memory, database, disk, jobs, held, backup, ledger } = system;
  const { lastVerification } = ledger;
  return (
    <div className={style.cards}>
      <Card
        title={words.software}
        facts={[
          [words.version, system.version],
          [words.node, system.node],
          [words.uptime, words.duration(...durationOf(system.uptimeSeconds))],
        ]}
      />
      <Card
        title={words.database}
        facts={[
          [words.kind, words.kinds[database.kind]],
          [words.postgres, database.version],
          [words.size, bytes(database.bytes)],
        ]}
      />
      <Card
        title={words.disk}
        facts={
          disk
            ? [
                [words.free, bytes(disk.free)],
                [words.total, bytes(disk.total)],
                [
                  words.tilesOnDisk,
                  held.tilesOnDisk.bytes === null
                    ? words.uncounted
                    : words.ofRoom(bytes(held.tilesOnDisk.bytes), bytes(held.tilesOnDisk.room)),
                ],
              ]
            : []
        }
      >
        {!disk && <p className={notes.small}>{words.diskUnknown}</p>}
        {disk && disk.free < disk.total * SHORT && <p className={style.doubt}>{words.fullSoon}</p>}
      </Card>
      <Card
        title={words.memory}
        facts={[
          [words.process, bytes(memory.rss)],
          [words.heap, `${bytes(memory.heapUsed)} / ${bytes(memory.heapTotal)}`],
          [words.layers, words.ofRoom(bytes(held.layers.bytes), bytes(held.layers.room))],
          [words.tiles, `${count(held.tiles.count)} · ${bytes(held.tiles.bytes)}`],
        ]}
      />
      <Card
        title={words.jobs}
        facts={(Object.keys(jobs) as (keyof typeof jobs)[]).map((state) => [
          shell.jobStates[state] ?? state,
          count(jobs[state] ?? 0),
        ])}
      >
        <Link to="/system/jobs">{words.allJobs}</Link>
      </Card>
      <Card
        title={words.backup}
        facts={
          backup.last
            ? [
                [words.last, atMinute(backup.last.createdAt)],
                [words.size, bytes(backup.last.bytes)],
              ]
            : []
        }
      >
        {backup.writing && <p>{words.writing}</p>}
        {!backup.last && !backup.writing && <p className={style.doubt}>{words.noBackup}</p>}
        <Link to="/system/backups">{words.allBackups}</Link>
      </Card>
      <Card
        title={words.ledger}
        facts={[
          [words.chains, count(ledger.chains.length)],
          [words.rows, count(ledger.rows)],
          [
            words.lastVerification,
            lastVerification
              ? `${atMinute(lastVerification.at)} ${lastVerification.sound ? words.sound : words.broken}`
              : words.noVerification,
          ],
        ]}
      >
        <Link to="/system/ledger">{words.toLedger}</Link>
      </Card>
      <Card title={words.docs} facts={[]}>
        <a href="/api/docs">{words.apiDocs}</a>
        <a href="/problems">{words.problems}</a>
        <a href="/metrics">{words.metrics}</a>
      </Card>
    </div>
  );
}

interface CardProps {
  readonly title: string;
  readonly facts: readonly (readonly [string, ReactNode])[];
  readonly children?: ReactNode;
}

function Card({ title, facts, children }: CardProps) {
  return (
    <section className={style.card} aria-label={title}>
      <h2>{title}</h2>
      {facts.length > 0 && (
        <dl>
          {facts.map(([term, told]) => (
            <div key={term} style={{ display: 'contents' }}>
              <dt>{term}</dt>
              <dd>{told}</dd>
            </div>
          ))}
        </dl>
      )}
      {children !== undefined && <div className={style.links}>{children}</div>}
    </section>
  );
}
