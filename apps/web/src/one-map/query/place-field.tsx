import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import type { FeatureCollection } from 'geojson';
import { useMemo, useRef, useState } from 'react';
import { planCrs } from '../../geometry/placed-feature.ts';
import { useStage } from '../../map/stage-context.ts';
import { useDrawing } from '../../map/use-drawing.ts';
import { nothing, type OverlayLayer, useOverlay } from '../../map/use-overlay.ts';
import notes from '../../shell/notes.module.css';
import { useWords } from '../../words/use-words.ts';
import { boxOf } from '../geometry-box.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import style from './query.module.css';
import { shapeOf } from './query-body.ts';
import type { QueryPlace, QuerySpec } from './query-spec.ts';
import { PlaceError, readPlace } from './read-place.ts';
import { queryWords } from './words.ts';

const looks: readonly OverlayLayer[] = [
  { id: 'query-place-halo', type: 'line', paint: { 'line-color': '#ffffff', 'line-width': 5 } },
  {
    id: 'query-place',
    type: 'line',
    paint: { 'line-color': '#7a1fa2', 'line-width': 2.4, 'line-dasharray': [3, 2] },
  },
];

interface PlaceFieldProps {
  readonly place: QueryPlace | undefined;
  readonly relation: QuerySpec['relation'];
  readonly epsg: number;
  onChange(changed: Partial<Pick<QuerySpec, 'place' | 'relation'>>): void;
  /** While somebody draws, clicks are points and no questions. */
  readonly isDrawing: boolean;
  onDrawing(isDrawing: boolean): void;
}

/** Where to look: a polygon that is drawn, typed, or brought as a file. */
export function PlaceField({ place, relation, epsg, onChange, isDrawing, onDrawing }: PlaceFieldProps) {
  const words = useWords(queryWords);
  const { map, show } = useStage();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  useDrawing(isDrawing ? 'polygon' : undefined, (points, isFinished) => {
    if (!isFinished) return;
    onDrawing(false);
    if (points.length > 2)
      onChange({ place: { type: 'MultiPolygon', coordinates: [[[...points, points[0]!]]] } });
  });
  const { layers } = useModel();
  const regions = layers.get('XZQ');
  const { data: shape } = useQuery({
    queryKey: ['place-shape', place, regions?.source],
    enabled: place !== undefined,
    queryFn: async () => (place && (await shapeOf(place, regions))) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const data = useMemo(
    (): FeatureCollection =>
      place && shape
        ? { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: shape }] }
        : nothing,
    [place, shape],
  );
  useOverlay(map, 'query-place', data, looks);
  const take = (text: string): void => {
    try {
      const read = readPlace(text, planCrs(epsg));
      setProblem(undefined);
      setTyped(undefined);
      onChange({ place: read });
      show(boxOf(read));
    } catch (error) {
      if (!(error instanceof PlaceError)) throw error;
      setProblem(error.message);
    }
  };
  return (
    <section className={style.place}>
      <h3>
        {words.place}
        <span>{place ? placeName(place, words) : words.noPlace}</span>
      </h3>
      <div className={panel.row}>
        <Button size="small" type={isDrawing ? 'primary' : 'default'} onClick={() => onDrawing(!isDrawing)}>
          {words.draw}
        </Button>
        <Button size="small" title={words.uploadHint} onClick={() => file.current?.click()}>
          {words.upload}
        </Button>
        <Button size="small" onClick={() => setTyped(typed === undefined ? '' : undefined)}>
          {words.type}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,.geojson,.txt"
          aria-label={words.upload}
          onChange={async ({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) take(decoded(await chosen.arrayBuffer()));
            target.value = '';
          }}
        />
      </div>
      {isDrawing && <p className={panel.note}>{words.drawing}</p>}
      {typed !== undefined && (
        <>
          <Input.TextArea
            rows={4}
            value={typed}
            aria-label={words.type}
            placeholder={words.typeHint}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button size="small" disabled={typed.trim() === ''} onClick={() => take(typed)}>
            {words.useTyped}
          </Button>
        </>
      )}
      {problem !== undefined && (
        <div className={notes.problem} role="alert">
          {problem}
        </div>
      )}
      {place && (
        <div className={panel.row}>
          <Segmented
            size="small"
            value={relation}
            options={(['intersects', 'within'] as const).map((value) => ({
              value,
              label: words.relation[value],
            }))}
            onChange={(value) => onChange({ relation: value })}
          />
          <Button size="small" type="link" onClick={() => onChange({ place: undefined })}>
            {words.removePlace}
          </Button>
        </div>
      )}
    </section>
  );
}

function placeName(place: QueryPlace, words: { placeSet(polygons: number, points: number): string }): string {
  if (place.type === 'region') return place.name;
  const points = place.coordinates.flat(1).reduce((sum, ring) => sum + ring.length - 1, 0);
  return words.placeSet(place.coordinates.length, points);
}

/** Coordinate texts of the bureaus are UTF-8 or GBK. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
  }
}
