import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import type { FeatureCollection } from 'geojson';
import { type ChangeEvent, useMemo, useRef, useState } from 'react';
import { useStage } from '../../map/stage-context.ts';
import { useDrawing } from '../../map/use-drawing.ts';
import { nothing, type OverlayLayer, useOverlay } from '../../map/use-overlay.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { filesChosen } from '../../uploads/placed-files.ts';
import { useWords } from '../../words/use-words.ts';
import { boxOf } from '../geometry-box.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import style from './query.module.css';
import { shapeOf } from './query-body.ts';
import type { QueryPlace, QuerySpec } from './query-spec.ts';
import { asOneFile, pointCount, readPlace } from './read-place.ts';
import { queryWords } from './words.ts';

/** A place travels in the address, so that a link opens the same question; servers cut addresses of 16 KB. */
const MOST_POINTS = 800;

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
  const file = useRef<HTMLInputElement>(null);
  const reading = useMutation({
    mutationFn: (source: Blob | string) => readPlace(source, epsg),
    onSuccess: ({ place: read }) => {
      if (pointCount(read) > MOST_POINTS) return;
      setTyped(undefined);
      onChange({ place: read });
      show(boxOf(read));
    },
  });
  useDrawing(isDrawing ? 'polygon' : undefined, (points, isFinished) => {
    if (!isFinished) return;
    onDrawing(false);
    reading.reset();
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
  const [isSeveral, setSeveral] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = filesChosen(target.files!);
    target.value = '';
    const file = files.length > 0 ? await asOneFile(files) : undefined;
    setSeveral(files.length > 0 && !file);
    if (file) reading.mutate(file);
  };
  const points = reading.data ? pointCount(reading.data.place) : 0;
  const problem = isSeveral
    ? words.oneFile
    : points > MOST_POINTS
      ? words.tooManyPoints(points, MOST_POINTS)
      : reading.error;
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
        <Button
          size="small"
          title={words.uploadHint}
          loading={reading.isPending}
          onClick={() => file.current?.click()}
        >
          {words.upload}
        </Button>
        <Button size="small" onClick={() => setTyped(typed === undefined ? '' : undefined)}>
          {words.type}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,.geojson,.txt,.wkt,.zip,.shp,.shx,.dbf,.prj,.cpg"
          multiple
          aria-label={words.upload}
          onChange={choose}
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
          <Button size="small" disabled={typed.trim() === ''} onClick={() => reading.mutate(typed)}>
            {words.useTyped}
          </Button>
        </>
      )}
      {problem && <ProblemNote error={problem} />}
      {place &&
        reading.data?.notes.map((note) => (
          <p key={note} className={panel.note}>
            {note}
          </p>
        ))}
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
          <Button
            size="small"
            type="link"
            onClick={() => {
              reading.reset();
              onChange({ place: undefined });
            }}
          >
            {words.removePlace}
          </Button>
        </div>
      )}
    </section>
  );
}

function placeName(place: QueryPlace, words: { placeSet(polygons: number, points: number): string }): string {
  if (place.type === 'region') return place.name;
  return words.placeSet(place.coordinates.length, pointCount(place));
}
