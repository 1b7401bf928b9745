import { MoveHorizontal } from 'lucide-react';
import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import type { CompareMode } from './compare-mode.ts';
import style from './map-stage.module.css';
import { createPane, tellBusy } from './pane.ts';
import { keepOverlays } from './use-overlay.ts';
import { mapWords } from './words.ts';

/** Milliseconds that each of the two is seen. */
const BLINK = 900;

interface ComparisonProps {
  readonly map: MapLibre;
  readonly mode: CompareMode;
  readonly style: StyleSpecification;
  readonly titles: readonly [string, string];
  onPane(map: MapLibre | undefined): void;
}

/** The map of the state before, kept at the view of the other: left of a handle, beside it, or in turn with it. */
export function Comparison({ map, mode, style: drawn, titles, onPane }: ComparisonProps) {
  const words = useWords(mapWords);
  const room = useRef<HTMLDivElement>(null);
  const [before, setBefore] = useState<MapLibre>();
  /** Share of the width that shows the state before. */
  const [share, setShare] = useState(0.5);
  const isBeforeSeen = useBlinking(mode === 'blink');
  const first = useRef(drawn);

  useEffect(() => {
    const made = createPane(room.current!, {
      style: first.current,
      center: map.getCenter(),
      zoom: map.getZoom(),
    });
    tellBusy(made, room.current!);
    setBefore(made);
    onPane(made);
    const unbind = moveTogether(map, made);
    return () => {
      unbind();
      onPane(undefined);
      made.remove();
    };
  }, [map, onPane]);

  useEffect(() => {
    before?.setStyle(drawn, { diff: true, transformStyle: keepOverlays });
  }, [before, drawn]);

  // Beside each other both have half of the room.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mode gives them another size
  useEffect(() => {
    map.resize();
    before?.resize();
    return () => {
      requestAnimationFrame(() => map.resize());
    };
  }, [map, before, mode]);

  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, width } = room.current!.getBoundingClientRect();
    setShare(within((event.clientX - left) / width));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: share - 0.02, ArrowRight: share + 0.02, Home: 0, End: 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setShare(within(to));
  };

  return (
    <>
      <section
        ref={room}
        className={style.pane}
        aria-label={titles[0]}
        data-pane="before"
        style={
          mode === 'swipe'
            ? { clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }
            : mode === 'blink'
              ? { visibility: isBeforeSeen ? 'visible' : 'hidden' }
              : undefined
        }
      />
      {mode === 'blink' ? (
        <span className={style.title} data-side="only">
          {titles[isBeforeSeen ? 0 : 1]}
        </span>
      ) : (
        <div className={style.split} style={{ left: `${mode === 'swipe' ? share * 100 : 50}%` }}>
          <span className={style.title} data-side="before">
            {titles[0]}
          </span>
          <span className={style.title} data-side="after">
            {titles[1]}
          </span>
          {mode === 'swipe' && (
            <div
              role="slider"
              tabIndex={0}
              className={style.handle}
              aria-label={words.swipeHandle}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(share * 100)}
              aria-orientation="horizontal"
              onKeyDown={onKeyDown}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={drag}
            >
              <MoveHorizontal size={16} aria-hidden="true" />
            </div>
          )}
        </div>
      )}
    </>
  );
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Whether the state before is seen at the moment. */
function useBlinking(isOn: boolean): boolean {
  const [isBefore, setBefore] = useState(true);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setBefore((was) => !was), BLINK);
    return () => clearInterval(timer);
  }, [isOn]);
  return isBefore;
}

/** Keeps two maps at the same view, whichever is moved. @returns lets them go */
function moveTogether(a: MapLibre, b: MapLibre): () => void {
  let isFollowing = false;
  const follow = (leader: MapLibre, other: MapLibre) => (): void => {
    if (isFollowing) return;
    isFollowing = true;
    other.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
    isFollowing = false;
  };
  const [ab, ba] = [follow(a, b), follow(b, a)];
  a.on('move', ab);
  b.on('move', ba);
  return () => {
    a.off('move', ab);
    b.off('move', ba);
  };
}
