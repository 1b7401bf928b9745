import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Look } from '../../map/look.ts';
import { legendOf } from '../../map/look.ts';
import { useWords } from '../../words/use-words.ts';
import { boxOf, pointOf, type Shape } from '../desk/box-of.ts';
import { deskWords } from '../desk/words.ts';
import { MiniPicture } from './mini-picture.tsx';
import style from './pictures.module.css';
import { type Frame, frameOf, worldX, worldY } from './tile-frame.ts';
import { holds, shapesQuery } from './tile-shapes.ts';

export interface PictureSide {
  readonly title: string;
  readonly source: string;
  readonly look: Look | undefined;
  readonly codes: readonly string[];
}

/** What lay and what lies where a piece is, in words and as two small pictures. */
export function BothSides({
  piece,
  sides,
}: {
  readonly piece: Shape;
  readonly sides: readonly PictureSide[];
}) {
  const words = useWords(deskWords);
  const place = useMemo(() => {
    const [box, point] = [boxOf(piece), pointOf(piece)];
    return box && point && { point, frame: frameOf(box, point) };
  }, [piece]);
  if (!place) return null;
  const { frame, point } = place;
  return (
    <>
      <dl className={style.sides} aria-label={words.whatLies}>
        {sides.map((side) => (
          <div key={side.source}>
            <dt>{side.title}</dt>
            <dd>
              <WhatLies {...side} frame={frame} point={point} />
            </dd>
          </div>
        ))}
      </dl>
      <fieldset className={style.pair} aria-label={words.pictures}>
        {sides.map((side) => (
          <MiniPicture key={side.source} {...side} frame={frame} piece={piece} />
        ))}
      </fieldset>
    </>
  );
}

interface WhatLiesProps extends PictureSide {
  readonly frame: Frame;
  readonly point: readonly [number, number];
}

/** The features at the point of a piece, the highest layer first. */
function WhatLies({ source, codes, look, frame, point: [lon, lat] }: WhatLiesProps) {
  const words = useWords(deskWords);
  const { data: shapes } = useQuery(shapesQuery(source, codes, frame));
  if (!shapes) return <p>…</p>;
  const [x, y] = [(worldX(lon) - frame.x) / frame.size, (worldY(lat) - frame.y) / frame.size];
  const found = shapes.filter((shape) => holds(shape, x, y)).reverse();
  if (found.length === 0) return <p>{words.nothingLies}</p>;
  return found.map(({ layer, id, properties }) => {
    const title = look?.layers.find((one) => one.id === layer)?.metadata?.title ?? layer;
    const legend = legendOf(look, layer);
    const named = ['YDYHFLMC', 'DLMC', 'GHFQMC', 'MC'].map((field) => properties[field]).find(Boolean);
    const coded = legend.find(({ code }) => Object.values(properties).includes(code));
    return (
      <p key={`${layer}${id}`}>
        {words.shortLayers[layer] ?? title}
        {(named ?? coded?.title) && (coded?.title ?? named) !== title && ` · ${named ?? coded?.title}`}{' '}
        <small>{properties.BSM ?? words.noBsm}</small>
      </p>
    );
  });
}
