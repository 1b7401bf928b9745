import { hectares, mu } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { pointOf, type Shape } from '../desk/box-of.ts';
import { Card, Facts } from '../desk/card.tsx';
import type { Finding } from '../desk/queries.ts';
import { deskWords } from '../desk/words.ts';
import { Talk } from '../remarks/talk.tsx';

interface FindingCardProps {
  readonly job: string;
  /** Which database of a review it is in. */
  readonly side: 'filed' | 'maintained' | undefined;
  readonly title: string;
  readonly finding: Finding;
  /** Its place among those of its rule, from 0, and how many there are. */
  readonly at: number;
  readonly count: number;
  onClose(): void;
}

/** One finding: what is wrong, where, and what to do. */
export function FindingCard({ job, side, title, finding, at, count, onClose }: FindingCardProps) {
  const words = useWords(deskWords);
  const { n, rule, message, suggestion, layer, bsm, row, attribute, area, measure, severity } =
    finding.properties;
  const point = finding.geometry && pointOf(finding.geometry as Shape);
  return (
    <Card title={`${title} ${at + 1} / ${count}`} note={words.severities[severity]} onClose={onClose}>
      <p>{message}</p>
      <Facts
        facts={[
          [words.layer, words.shortLayers[layer] ?? layer],
          bsm === null ? undefined : [words.bsm, bsm],
          row === null ? undefined : [words.row, words.rowOf(row)],
          attribute === undefined ? undefined : [words.attribute, attribute],
          area === undefined ? undefined : [words.area, `${hectares(area)} ha · ${mu(area)} ${words.muUnit}`],
          measure && [words.measured, `${measure.value} ${measure.unit}`],
          [words.place, point ? words.lonLat(point[0].toFixed(6), point[1].toFixed(6)) : words.noPlace],
          [words.suggestion, suggestion],
        ]}
      />
      <Talk key={n} job={job} subject={{ kind: 'finding', rule, piece: n, ...(side && { side }) }} />
    </Card>
  );
}
