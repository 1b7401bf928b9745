import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { FeatureCollection } from 'geojson';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { computed } from '../../geometry/geometry-client.ts';
import type { DrawnPoint } from '../../map/drawn-points.ts';
import { useStage } from '../../map/stage-context.ts';
import { useDrawing } from '../../map/use-drawing.ts';
import { nothing, type OverlayLayer, useOverlay } from '../../map/use-overlay.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { hectares, metres, mu } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import { oneMapWords } from '../words.ts';
import style from './measure.module.css';
import { measureWords } from './words.ts';

export type MeasureKind = 'distance' | 'area';

const looks: readonly OverlayLayer[] = [
  {
    id: 'measured-fill',
    type: 'fill',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': '#00b8d4', 'fill-opacity': 0.15 },
  },
  { id: 'measured-halo', type: 'line', paint: { 'line-color': '#ffffff', 'line-width': 5 } },
  { id: 'measured-line', type: 'line', paint: { 'line-color': '#12262b', 'line-width': 2 } },
  {
    id: 'measured-points',
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 4,
      'circle-color': '#ffffff',
      'circle-stroke-color': '#12262b',
      'circle-stroke-width': 2,
    },
  },
];

/** Measures what is drawn on the map: a way by its segments, or an area. */
export function MeasureCard({ kind, onClose }: { readonly kind: MeasureKind; onClose(): void }) {
  const words = useWords(measureWords);
  const common = useWords(oneMapWords);
  const { layers } = useModel();
  const { map } = useStage();
  const [drawn, setDrawn] = useState<{
    readonly points: readonly DrawnPoint[];
    readonly isFinished: boolean;
  }>(none);
  const [isCopied, setCopied] = useState(false);
  const isArea = kind === 'area';
  useDrawing(drawn.isFinished ? undefined : isArea ? 'polygon' : 'line', (points, isFinished) => {
    // Ended before there is anything to measure: the tool itself is put away.
    if (isFinished && points.length < 2) onClose();
    else setDrawn({ points, isFinished });
  });
  const data = useMemo(() => (drawn.isFinished ? shapeOf(drawn.points, isArea) : nothing), [drawn, isArea]);
  useOverlay(map, 'measured', data, looks);
  const epsg = [...layers.values()][0]?.epsg ?? 4490;
  const { data: measured, error } = useQuery({
    queryKey: ['measure', kind, epsg, drawn.points],
    queryFn: () => computed('measure', drawn.points, isArea, epsg),
    placeholderData: (last) => last,
    gcTime: 0,
    retry: false,
  });
  const copy = async (): Promise<void> => {
    const text = drawn.points.map(([lon, lat]) => `${lon.toFixed(8)},${lat.toFixed(8)}`).join('\n');
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  };
  return (
    <section className={panel.card} aria-label={words[kind]}>
      <div className={panel.heading}>
        <h2>{words[kind]}</h2>
        <button
          type="button"
          className={panel.icon}
          aria-label={common.close}
          title={common.close}
          onClick={onClose}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      <div className={style.body}>
        {!drawn.isFinished && <p className={style.note}>{words.hint}</p>}
        {error && <ProblemNote error={error} />}
        {measured && drawn.points.length > 1 && (
          <div aria-live="polite">
            {measured.area !== undefined && (
              <div className={style.total}>
                <span>{words.areaOf}</span>
                <span>
                  <strong>{hectares(measured.area)}</strong> ha · {mu(measured.area)} {words.mu}
                </span>
              </div>
            )}
            <div className={style.total}>
              <span>{isArea ? words.perimeter : words.total}</span>
              <strong>{metres(measured.length)} m</strong>
            </div>
            {measured.segments.length > 1 && (
              <ol>
                {measured.segments.map((length, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the way
                  <li key={i}>
                    <span>{words.segment(i + 1)}</span>
                    <span>{metres(length)} m</span>
                  </li>
                ))}
              </ol>
            )}
          </div>
        )}
        {drawn.isFinished && (
          <>
            <p className={style.note}>{words.on}</p>
            <div className={panel.row}>
              <Button size="small" onClick={() => setDrawn(none)}>
                {words.again}
              </Button>
              <Button size="small" onClick={copy}>
                {isCopied ? words.copied : words.copy}
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}

const none = { points: [], isFinished: false };

function shapeOf(points: readonly DrawnPoint[], isArea: boolean): FeatureCollection {
  const places = points.map(([lon, lat]) => [lon, lat]);
  const feature = (geometry: FeatureCollection['features'][number]['geometry']) =>
    ({ type: 'Feature', properties: {}, geometry }) as const;
  return {
    type: 'FeatureCollection',
    features: [
      isArea && places.length > 2
        ? feature({ type: 'Polygon', coordinates: [[...places, places[0]!]] })
        : feature({ type: 'LineString', coordinates: places }),
      ...places.map((coordinates) => feature({ type: 'Point', coordinates })),
    ],
  };
}
