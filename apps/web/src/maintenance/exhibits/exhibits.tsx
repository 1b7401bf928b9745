import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { ScrollBox } from '../../split/scroll-box.tsx';
import { useWords } from '../../words/use-words.ts';
import { picturesQuery, reviewQuery, type Verdict } from '../desk/queries.ts';
import { StatusMark } from '../desk/status-mark.tsx';
import { deskWords } from '../desk/words.ts';
import { ExhibitTable } from './exhibit-table.tsx';
import style from './exhibits.module.css';
import { GroundPictures } from './ground-pictures.tsx';

/** Whether a verdict has tables or pictures to show. */
export const hasExhibits = ({ tables, pictures }: Verdict): boolean => tables.length + pictures > 0;

/** The verdict whose exhibits are shown: the one that is open, or else the first that has some. */
export function exhibited(verdicts: readonly Verdict[], rule: string | undefined): Verdict | undefined {
  const all = verdicts.filter(hasExhibits);
  return all.find((verdict) => verdict.rule === rule) ?? all[0];
}

/** Tables and pictures of one verdict: what an opinion quotes. */
export const Exhibits = memo(function Exhibits({
  job,
  rule,
}: {
  readonly job: string;
  readonly rule: string | undefined;
}) {
  const words = useWords(deskWords);
  const { data: review } = useSuspenseQuery(reviewQuery(job));
  const verdict = exhibited(review.verdicts, rule);
  const { data: pictures } = useQuery({
    ...picturesQuery(job, verdict?.rule ?? ''),
    enabled: (verdict?.pictures ?? 0) > 0,
  });
  if (!verdict) return <p className={style.none}>{words.noExhibits}</p>;
  return (
    <ScrollBox className={style.exhibits!} label={words.exhibits}>
      <div className={style.told}>
        <h3>
          <StatusMark status={verdict.status} label={words.statuses[verdict.status]} /> {verdict.title}
        </h3>
        <p>{verdict.explanation}</p>
      </div>
      {pictures?.map((picture) => (
        <GroundPictures key={picture.title} picture={picture} />
      ))}
      {verdict.tables.map((table) => (
        <ExhibitTable key={table.title} table={table} />
      ))}
    </ScrollBox>
  );
});
