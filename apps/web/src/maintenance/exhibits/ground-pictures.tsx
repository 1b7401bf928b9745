import { type ArealGeometry, frameAround, type PictureFrame, svgPath } from '@tuheng/geometry';
import { useId, useMemo } from 'react';
import { hectaresShort } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import type { Picture } from '../desk/queries.ts';
import { deskWords } from '../desk/words.ts';
import style from './exhibits.module.css';

type Ground = Picture['filed'][number];

/** In the order of drawing. */
const roles = ['served', 'unserved', 'facility'] as const;
const WIDTH = 420;
const MOST_HEIGHT = 300;
const shape = ({ geometry }: Ground) => geometry as ArealGeometry;

/** Around what was there on file: a few homes far off must not make the city small. */
function frameOf({ filed, maintained }: Picture): PictureFrame | undefined {
  const near = filed.length > 0 ? filed : maintained;
  return frameAround(near.map(shape), WIDTH, MOST_HEIGHT);
}

/** The same ground before and after, side by side in one frame; what lies beyond it counts in the figures and is not seen. */
export function GroundPictures({ picture }: { readonly picture: Picture }) {
  const words = useWords(deskWords);
  const frame = useMemo(() => frameOf(picture), [picture]);
  if (!frame) return null;
  return (
    <figure className={style.pictures}>
      <figcaption>{picture.title}</figcaption>
      <div className={style.sides}>
        <Side title={words.before} grounds={picture.filed} frame={frame} />
        <Side title={words.after} grounds={picture.maintained} frame={frame} />
      </div>
      <p className={style.legend}>
        {roles.map((role) => (
          <span key={role}>
            <i data-role={role} /> {words.grounds[role]}
          </span>
        ))}
      </p>
    </figure>
  );
}

interface SideProps {
  readonly title: string;
  readonly grounds: readonly Ground[];
  readonly frame: PictureFrame;
}

function Side({ title, grounds, frame }: SideProps) {
  const words = useWords(deskWords);
  const hatching = useId();
  const paths = useMemo(
    () =>
      roles.map((role) =>
        grounds.filter((ground) => ground.role === role).map((ground) => svgPath(shape(ground), frame)),
      ),
    [grounds, frame],
  );
  const areaOf = (role: Ground['role']): number =>
    grounds.filter((ground) => ground.role === role).reduce((sum, { area }) => sum + area, 0);
  const [served, unserved] = [areaOf('served'), areaOf('unserved')];
  const all = served + unserved;
  const told = words.served(hectaresShort(served), all > 0 ? ((served / all) * 100).toFixed(2) : '—');
  return (
    <div>
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={`${title}：${told}`}>
        <defs>
          <pattern
            id={hatching}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="#fbe3da" />
            <line x1="0" y1="0" x2="0" y2="5" stroke="#b3401c" strokeWidth="1.6" />
          </pattern>
        </defs>
        {roles.map((role, k) =>
          paths[k]!.map((path) => (
            <path
              key={path}
              d={path}
              fillRule="evenodd"
              data-role={role}
              {...(role === 'unserved' && { fill: `url(#${hatching})` })}
            />
          )),
        )}
      </svg>
      <p>
        <strong>{title}</strong> {told}
      </p>
    </div>
  );
}
