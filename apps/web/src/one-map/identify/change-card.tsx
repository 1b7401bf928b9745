import { useQuery } from '@tanstack/react-query';
import { layerSpec } from '@tuheng/standard';
import type { FeatureCollection } from 'geojson';
import type { FilterSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import type { ChangedPiece, Side } from '../../geometry/change-here.ts';
import { hatchingImage } from '../../map/hatching.ts';
import type { LonLatBox } from '../../map/pane.ts';
import { useStage } from '../../map/stage-context.ts';
import { type OverlayLayer, useOverlay } from '../../map/use-overlay.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { hectares } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { codeName } from '../field-text.ts';
import { boxOf } from '../geometry-box.ts';
import { useModel } from '../model-context.ts';
import { changeQuery } from './change-query.ts';
import style from './identify.module.css';
import type { Identified } from './identify-query.ts';
import { identifyWords } from './words.ts';

/** What changed on the ground of a feature between the two versions that are compared. */
export function ChangeCard({
  feature,
  epsg,
  side,
}: {
  readonly feature: Identified;
  readonly epsg: number;
  readonly side: Side;
}) {
  const words = useWords(identifyWords);
  const { plan, before, version } = useModel();
  const other = side === 'after' ? before! : version;
  const { data, error, isPending } = useQuery(changeQuery(plan.code, other.number, epsg, feature, side));
  const { map, before: beforeMap, show } = useStage();
  const shapes = useMemo(() => shapesOf(data?.pieces ?? []), [data]);
  useOverlay(map, 'changed-pieces', shapes, looks);
  useOverlay(beforeMap, 'changed-pieces', shapes, looks);
  return (
    <section className={style.change}>
      <h4>{words.change(before!.number, version.number)}</h4>
      {error && <ProblemNote error={error} />}
      {isPending && words.computing}
      {data === null && words.tooLarge}
      {data && data.pieces.length === 0 && words.changeNone}
      {data &&
        summed(data.pieces).map(({ kind, from, to, area, pieces, box }) => (
          <button key={`${kind}${from}${to}`} type="button" onClick={() => show(box)}>
            <span>
              {words.kinds[kind]}
              {from !== null && to !== null && ` ${words.fromTo(named(feature, from), named(feature, to))}`}
              {pieces > 1 && ` · ${words.pieces(pieces)}`}
            </span>
            <span>{hectares(area)} ha</span>
          </button>
        ))}
      {data && data.noise > 0 && <small>{words.changeNoise(data.noise)}</small>}
    </section>
  );
}

function named({ layer }: Identified, code: string): string {
  return codeName(layerSpec(layer)?.comparedField ?? '', code) ?? code;
}

const RED = '#c0271f';
const GREEN = '#0b7a3b';
const VIOLET = '#7a1fa2';
const of = (kind: ChangedPiece['kind']): FilterSpecification => ['==', ['get', 'kind'], kind];

/** What came, went, or changed its class: told apart by colour and by hatching. */
const looks: readonly OverlayLayer[] = [
  { id: 'piece-in', type: 'fill', filter: of('in'), paint: { 'fill-color': GREEN, 'fill-opacity': 0.6 } },
  {
    id: 'piece-out',
    type: 'fill',
    filter: of('out'),
    paint: { 'fill-pattern': hatchingImage({ angle: 135, gap: 6, width: 2 }, RED) },
  },
  {
    id: 'piece-reclassified',
    type: 'fill',
    filter: of('reclassified'),
    paint: { 'fill-pattern': hatchingImage({ angle: 45, gap: 6, width: 2 }, VIOLET) },
  },
  { id: 'piece-halo', type: 'line', paint: { 'line-color': '#ffffff', 'line-width': 4 } },
  {
    id: 'piece-line',
    type: 'line',
    paint: { 'line-width': 2, 'line-color': ['match', ['get', 'kind'], 'in', GREEN, 'out', RED, VIOLET] },
  },
];

function shapesOf(pieces: readonly ChangedPiece[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: pieces.map(({ kind, geometry }) => ({ type: 'Feature', properties: { kind }, geometry })),
  };
}

interface Sum extends Pick<ChangedPiece, 'kind' | 'from' | 'to' | 'area'> {
  readonly pieces: number;
  /** Of the largest piece: the others may lie far away. */
  readonly box: LonLatBox;
}

/** Pieces of one kind and class together, the largest first. */
function summed(pieces: readonly ChangedPiece[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { kind, from, to, area, geometry } of pieces) {
    const key = `${kind}|${from}|${to}`;
    const sum = sums.get(key) ?? { kind, from, to, area: 0, pieces: 0, box: boxOf(geometry) };
    sums.set(key, { ...sum, area: sum.area + area, pieces: sum.pieces + 1 });
  }
  return [...sums.values()].sort((a, b) => b.area - a.area);
}
