import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import type { CompareMode } from './compare-mode.ts';
import { Comparison } from './comparison.tsx';
import style from './map-stage.module.css';
import { createPane, type Insets, type LonLatBox, showBox, tellBusy, type View } from './pane.ts';
import { type Stage, StageContext } from './stage-context.ts';
import { keepOverlays } from './use-overlay.ts';
import { mapWords } from './words.ts';

export interface MapStageProps {
  readonly style: StyleSpecification;
  /** What to look at first, where `view` says nothing; it has to be known by then. */
  readonly bounds: LonLatBox | undefined;
  readonly view: View | undefined;
  /** Told where the map looks when it has come to rest. */
  onView(view: View): void;
  /** What panels cover. */
  readonly insets: Insets;
  /** Another state at the same place. */
  readonly compare?:
    | {
        readonly mode: CompareMode;
        readonly style: StyleSpecification;
        /** What the two are, before first. */
        readonly titles: readonly [string, string];
      }
    | undefined;
  /** What lies on the maps. */
  readonly children: ReactNode;
}

/** The map that fills a place, a second one for the state before, and what lies on them. */
export function MapStage({ style: drawn, bounds, view, onView, insets, compare, children }: MapStageProps) {
  const words = useWords(mapWords);
  const room = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre>();
  const [before, setBefore] = useState<MapLibre>();
  // What was there when the map was made; what comes later is told to it.
  const first = useRef({ drawn, bounds, view, words });
  const covered = useRef(insets);
  covered.current = insets;
  const tell = useRef(onView);
  tell.current = onView;

  useEffect(() => {
    const { drawn, bounds, view, words } = first.current;
    const made = createPane(room.current!, {
      style: drawn,
      ...(view && { center: [view.lon, view.lat], zoom: view.zoom }),
      locale: words.controls,
    });
    if (!view && bounds) showBox(made, bounds, covered.current, false);
    made.on('moveend', () => {
      const { lng, lat } = made.getCenter();
      tell.current({ lon: lng, lat, zoom: made.getZoom() });
    });
    tellBusy(made, room.current!);
    setMap(made);
    return () => made.remove();
  }, []);

  useEffect(() => {
    map?.setStyle(drawn, { diff: true, transformStyle: keepOverlays });
  }, [map, drawn]);

  const stage = useMemo(
    (): Stage | undefined =>
      map && { map, before, show: (box) => showBox(map, box, covered.current, wantsMotion()) },
    [map, before],
  );
  return (
    <div className={style.stage} data-compare={compare?.mode}>
      <section ref={room} className={style.pane} aria-label={words.map} data-pane="after" />
      {map && compare && <Comparison map={map} {...compare} onPane={setBefore} />}
      {stage && <StageContext value={stage}>{children}</StageContext>}
    </div>
  );
}

const wantsMotion = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches;
