import { lazy, type ReactNode, Suspense, useMemo, useSyncExternalStore } from 'react';
import type { Job } from '../../api/answers.ts';
import { useWords } from '../../words/use-words.ts';
import { CompareBar } from './compare-bar.tsx';
import style from './desk.module.css';
import { Steps } from './desk-bar.tsx';
import type { DeskMap } from './desk-map.tsx';
import panel from './desk-panel.module.css';
import { LayerBar } from './layer-bar.tsx';
import { useDesk } from './use-desk-state.ts';
import { deskWords } from './words.ts';

/** The map comes after the lists: what was found is read before it is drawn. */
const LazyMap = lazy(async () => ({ default: (await import('./desk-map.tsx')).DeskMap }));

type MapProps = Omit<Parameters<typeof DeskMap>[0], 'insets'>;

interface DeskFrameProps extends MapProps {
  readonly job: Job;
  /** The list at the left. */
  readonly list: ReactNode;
  /** What is lit, at the right. */
  readonly card: ReactNode;
  /** What waits below. */
  readonly lower: ReactNode;
}

const narrow = matchMedia('(max-width: 720px)');

/** Where things stand on the desk: the map is all of it, and the panels lie on the map. */
export function DeskFrame({ job, list, card, lower, ...map }: DeskFrameProps) {
  const words = useWords(deskWords);
  const {
    state: { lower: below },
  } = useDesk();
  const isNarrow = useSyncExternalStore(
    (tell) => {
      narrow.addEventListener('change', tell);
      return () => narrow.removeEventListener('change', tell);
    },
    () => narrow.matches,
  );
  const hasCard = Boolean(card);
  const hasLower = Boolean(lower);
  const insets = useMemo(() => {
    const half = Math.round(innerHeight * 0.45);
    if (isNarrow) return { top: 48, right: 8, bottom: hasCard ? 120 : 40, left: 8 };
    const bottom = !hasLower ? 16 : below === 'closed' ? 76 : half + 32;
    return { top: 92, right: hasCard ? 340 : 64, bottom, left: 416 };
  }, [isNarrow, hasCard, hasLower, below]);
  return (
    <div
      className={style.desk}
      data-lower={hasLower ? below : undefined}
      data-plain={hasLower ? undefined : ''}
      data-has-card={hasCard || undefined}
    >
      <div className={style.map}>
        <Suspense fallback={<p className={style.waiting}>{words.mapWaiting}</p>}>
          {map.sides.isKnown && <LazyMap {...map} insets={insets} />}
        </Suspense>
      </div>
      <div className={style.top}>
        <LayerBar sides={map.sides} layers={map.layers} />
      </div>
      <section className={style.left} aria-label={words.list}>
        <div className={panel.panel}>
          <div className={panel.steps}>
            <Steps job={job} />
          </div>
          {list}
        </div>
      </section>
      {hasCard && <div className={style.right}>{card}</div>}
      {map.sides.filed && (
        <div className={style.bottom}>
          <CompareBar />
        </div>
      )}
      {hasLower && <div className={style.lower}>{lower}</div>}
    </div>
  );
}
