import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { hatchingImage } from '../../map/hatching.ts';
import { useStage } from '../../map/stage-context.ts';
import { nothing, type OverlayLayer, useOverlay } from '../../map/use-overlay.ts';
import { count } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import panel from '../panel.module.css';
import { differingShapesQuery, type Pair } from './compare-queries.ts';
import { compareWords } from './words.ts';

const RED = '#c0271f';
const GREEN = '#0b7a3b';

/** Told apart by colour, by hatching and by line. */
const looks: readonly OverlayLayer[] = [
  {
    id: 'ended-fill',
    type: 'fill',
    filter: ['==', ['get', 'side'], 'ended'],
    paint: { 'fill-pattern': hatchingImage({ angle: 135, gap: 7, width: 1.6 }, RED), 'fill-opacity': 0.85 },
  },
  {
    id: 'opened-fill',
    type: 'fill',
    filter: ['==', ['get', 'side'], 'opened'],
    paint: { 'fill-color': GREEN, 'fill-opacity': 0.22 },
  },
  {
    id: 'difference-halo',
    type: 'line',
    paint: { 'line-color': '#ffffff', 'line-width': 4, 'line-opacity': 0.7 },
  },
  {
    id: 'ended-line',
    type: 'line',
    filter: ['==', ['get', 'side'], 'ended'],
    paint: { 'line-color': RED, 'line-width': 1.8, 'line-dasharray': [3, 2] },
  },
  {
    id: 'opened-line',
    type: 'line',
    filter: ['==', ['get', 'side'], 'opened'],
    paint: { 'line-color': GREEN, 'line-width': 1.8 },
  },
];

/** Draws what differs in a layer over both maps. */
export function DifferenceShapes({ pair, layer }: { readonly pair: Pair; readonly layer: string }) {
  const words = useWords(compareWords);
  const { map, before } = useStage();
  const { data } = useQuery(differingShapesQuery(pair, layer));
  const shapes = useMemo(
    () => (data as (FeatureCollection & { readonly leftOut: number }) | undefined) ?? undefined,
    [data],
  );
  useOverlay(map, 'differences', shapes ?? nothing, looks);
  useOverlay(before, 'differences', shapes ?? nothing, looks);
  if (!shapes || shapes.leftOut === 0) return null;
  return <p className={panel.note}>{words.leftOut(count(shapes.leftOut))}</p>;
}
