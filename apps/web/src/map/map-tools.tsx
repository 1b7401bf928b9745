import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import style from './map-tools.module.css';
import type { LonLatBox } from './pane.ts';
import { type ScaleBar, scaleBarOf } from './scale-bar.ts';
import { useStage } from './stage-context.ts';
import { mapWords } from './words.ts';

/** Pixels that the scale bar has. */
const ROOM = 110;

/** In the corner of the map: nearer, farther, all of it, tools of the place, and the scale. */
export function MapTools({
  bounds,
  note,
  children,
}: {
  readonly bounds: LonLatBox | undefined;
  /** Where the basemap comes from. */
  readonly note?: string | undefined;
  readonly children?: ReactNode;
}) {
  const words = useWords(mapWords);
  const { map, show } = useStage();
  return (
    <div className={style.corner}>
      {note && <small className={style.note}>{note}</small>}
      <Scale />
      <div className={style.tools} role="toolbar" aria-label={words.map} aria-orientation="vertical">
        <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => map.zoomIn()}>
          <Plus size={18} aria-hidden="true" />
        </button>
        <button type="button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => map.zoomOut()}>
          <Minus size={18} aria-hidden="true" />
        </button>
        {bounds && (
          <button
            type="button"
            aria-label={words.wholeCounty}
            title={words.wholeCounty}
            onClick={() => show(bounds)}
          >
            <Maximize size={16} aria-hidden="true" />
          </button>
        )}
        {children}
      </div>
    </div>
  );
}

function Scale() {
  const { map } = useStage();
  const [bar, setBar] = useState<ScaleBar>();
  useEffect(() => {
    const measure = (): void => setBar(scaleBarOf(map.getCenter().lat, map.getZoom(), ROOM));
    measure();
    map.on('move', measure);
    return () => {
      map.off('move', measure);
    };
  }, [map]);
  if (!bar) return null;
  return (
    <div className={style.scale} style={{ width: bar.pixels }}>
      {bar.label}
    </div>
  );
}
