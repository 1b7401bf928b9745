import { hectares, mu } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import type { Shape } from '../desk/box-of.ts';
import { Card, Facts } from '../desk/card.tsx';
import type { ChangeRow } from '../desk/queries.ts';
import { deskWords } from '../desk/words.ts';
import { BothSides, type PictureSide } from '../pictures/both-sides.tsx';

interface ChangeCardProps {
  readonly row: ChangeRow;
  readonly title: string;
  readonly sides: readonly PictureSide[];
  onClose(): void;
}

/** One piece of the change: what it was and what it became. */
export function ChangeCard({ row, title, sides, onClose }: ChangeCardProps) {
  const words = useWords(deskWords);
  const { type, whbh, bsm, from, to, area, township, box } = row;
  const named = (one: ChangeRow['from']): string => (one ? `${one.name ?? ''} ${one.code}`.trim() : '');
  return (
    <Card title={`${title} · ${words.types[type] ?? type}`} note={whbh ?? undefined} onClose={onClose}>
      <Facts
        facts={[
          [
            words.area,
            <>
              <strong>{hectares(area)} ha</strong> · {mu(area)} {words.muUnit}
            </>,
          ],
          [words.bsm, bsm ?? words.noBsm],
          from ? [words.from, named(from)] : undefined,
          to ? [words.to, named(to)] : undefined,
          township ? [words.columns.township, named(township)] : undefined,
        ]}
      />
      {box && <BothSides piece={boxShape(box)} sides={sides} />}
    </Card>
  );
}

/** Where it lies: the shape itself is drawn by the map from its tiles. */
function boxShape([west, south, east, north]: readonly number[]): Shape {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
