import { flowPicture, type MatrixRow } from '@tuheng/maintenance';
import { useMemo, useRef } from 'react';
import type { LegendEntry } from '../../map/look.ts';
import { useRoomWidth } from '../../table/use-room-width.ts';
import { hectaresShort } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { deskWords } from '../desk/words.ts';
import style from './change.module.css';

interface SankeyProps {
  readonly rows: readonly MatrixRow[];
  readonly legend: readonly LegendEntry[];
}

/** Asked for; more names make it higher, and the room scrolls. */
const HEIGHT = 280;
/** Room for names at either side, pixels. */
const NAMES = 150;

/** Ground that flows from the classes before to those after, as wide as its area. The table beside it says the same to those who do not see it. */
export function Sankey({ rows, legend }: SankeyProps) {
  const words = useWords(deskWords);
  const room = useRef<HTMLDivElement>(null);
  const width = useRoomWidth(room);
  const picture = useMemo(
    () => (width > 0 ? flowPicture(rows, width, HEIGHT, Math.min(NAMES, width / 3)) : undefined),
    [rows, width],
  );
  const entry = (code: string) => legend.find((one) => one.code === code);
  const name = (code: string): string => entry(code)?.title ?? code;
  const colour = (code: string): string => entry(code)?.colour ?? '#9aa5ad';
  return (
    <div ref={room} className={style.flows}>
      {picture && (
        <svg width={picture.width} height={picture.height} role="img" aria-label={words.sankey}>
          {picture.ribbons.map(({ from, to, area, path }) => (
            <path key={`${from}:${to}`} d={path} fill={colour(from)}>
              <title>{words.flow(name(from), name(to), hectaresShort(area))}</title>
            </path>
          ))}
          {picture.nodes.map(({ side, code, area, y, height, nameY }) => {
            const isLeft = side === 'from';
            const x = isLeft ? picture.left : picture.right;
            return (
              <g key={`${side}:${code}`}>
                <rect
                  x={x}
                  y={y}
                  width={picture.nodeWidth}
                  height={Math.max(height, 0.5)}
                  fill={colour(code)}
                />
                <text
                  x={isLeft ? x - 6 : x + picture.nodeWidth + 6}
                  y={nameY}
                  textAnchor={isLeft ? 'end' : 'start'}
                >
                  {name(code)}
                  <title>{`${hectaresShort(area)} ha`}</title>
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
