import { Button } from 'antd';
import { hectares, mu } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { pointOf, type Shape } from '../desk/box-of.ts';
import { Card, Facts } from '../desk/card.tsx';
import type { Verdict } from '../desk/queries.ts';
import { saveShape } from '../desk/save-shape.ts';
import type { EvidencePiece } from '../desk/use-pieces.ts';
import { deskWords } from '../desk/words.ts';
import { BothSides, type PictureSide } from '../pictures/both-sides.tsx';
import { Talk } from '../remarks/talk.tsx';

interface PieceCardProps {
  readonly job: string;
  readonly verdict: Verdict;
  readonly piece: EvidencePiece;
  readonly sides: readonly PictureSide[];
  onClose(): void;
}

/** One piece of evidence: how large, whose, where, how it was and how it is. */
export function PieceCard({ job, verdict, piece, sides, onClose }: PieceCardProps) {
  const words = useWords(deskWords);
  const { n, area, bsm, layer, label, side } = piece.properties;
  const shape = piece.geometry as Shape;
  const point = pointOf(shape);
  const title = sides
    .map(({ look }) => look?.layers.find(({ id }) => id === layer)?.metadata?.title)
    .find(Boolean);
  return (
    <Card
      title={`${verdict.title} ${n + 1} / ${verdict.pieces}`}
      note={words.sideNames[side]}
      onClose={onClose}
    >
      <p>{label}</p>
      <Facts
        facts={[
          [
            words.area,
            <>
              <strong>{hectares(area)} ha</strong> · {mu(area)} {words.muUnit}
            </>,
          ],
          [words.layer, words.shortLayers[layer] ?? title ?? layer],
          [words.bsm, bsm ?? words.noBsm],
          point && [words.place, words.lonLat(point[0].toFixed(6), point[1].toFixed(6))],
        ]}
      />
      <BothSides piece={shape} sides={sides} />
      <div>
        <Button
          size="small"
          onClick={() => saveShape(`${verdict.rule}-${n + 1}`, piece.geometry, piece.properties)}
        >
          {words.exportPiece}
        </Button>
      </div>
      <Talk key={n} job={job} subject={{ kind: 'piece', rule: verdict.rule, piece: n }} />
    </Card>
  );
}
