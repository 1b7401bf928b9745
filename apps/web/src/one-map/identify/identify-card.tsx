import { useQuery } from '@tanstack/react-query';
import type { Feature, FeatureCollection } from 'geojson';
import { LocateFixed, X } from 'lucide-react';
import { useMemo } from 'react';
import { useStage } from '../../map/stage-context.ts';
import { nothing, type OverlayLayer, useOverlay } from '../../map/use-overlay.ts';
import notes from '../../shell/notes.module.css';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { hectaresShort } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import { codeName } from '../field-text.ts';
import { boxOf } from '../geometry-box.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import { oneMapWords } from '../words.ts';
import { ChangeCard } from './change-card.tsx';
import { FeatureDetails } from './feature-details.tsx';
import style from './identify.module.css';
import { type Identified, identifyQuery } from './identify-query.ts';
import { identifyWords } from './words.ts';

const lit: readonly OverlayLayer[] = [
  {
    id: 'picked-fill',
    type: 'fill',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': '#00b8d4', 'fill-opacity': 0.3 },
  },
  {
    id: 'picked-halo',
    type: 'line',
    paint: { 'line-color': '#ffffff', 'line-width': 5, 'line-opacity': 0.85 },
  },
  { id: 'picked-line', type: 'line', paint: { 'line-color': '#006978', 'line-width': 2.4 } },
  {
    id: 'picked-point',
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 4,
      'circle-color': '#12262b',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2,
    },
  },
];

const outlined: readonly OverlayLayer[] = lit.filter(({ type }) => type !== 'fill');

interface Found {
  readonly side: 'now' | 'before';
  readonly feature: Identified;
}

/** What lies under the point that somebody clicked, by layer; the open one in full and lit on the map. */
export function IdentifyCard({ point }: { readonly point: readonly [lon: number, lat: number] }) {
  const words = useWords(identifyWords);
  const common = useWords(oneMapWords);
  const { plan, version, before, base, layers, shown, state, change } = useModel();
  const { map, before: beforeMap, show } = useStage();
  const baseVersion = [...layers.values()].find((layer) => layer.plan === base)?.version;
  const own = useQuery(identifyQuery(plan.code, version.number, point));
  const beside = useQuery({
    ...identifyQuery(base, baseVersion ?? 0, point),
    enabled: base !== plan.code && baseVersion !== undefined,
  });
  const earlier = useQuery({
    ...identifyQuery(plan.code, before?.number ?? 0, point),
    enabled: before !== undefined,
  });
  const order = new Map(shown.map(({ code }, i) => [code, i + 1]));
  const found = useMemo(() => {
    const now = [...(own.data ?? []), ...(beside.data ?? [])];
    const same = new Set(now.map(({ layer, id }) => `${layer}.${id}`));
    const gone = (earlier.data ?? []).filter(({ layer, id }) => !same.has(`${layer}.${id}`));
    return [
      ...now.map((feature): Found => ({ side: 'now', feature })),
      ...gone.map((feature): Found => ({ side: 'before', feature })),
    ];
  }, [own.data, beside.data, earlier.data]);
  // What is seen comes first, the uppermost before all; what is not shown follows.
  const sorted = found.toSorted(
    (a, b) => (order.get(b.feature.layer) ?? 0) - (order.get(a.feature.layer) ?? 0),
  );
  const isNamed = ({ feature }: Found): boolean =>
    feature.layer === state.feature?.layer && feature.id === state.feature.id;
  // Where nobody has chosen, the smallest that is seen: the township and the county lie under every point.
  const smallest = found
    .filter(({ feature }) => order.has(feature.layer))
    .reduce<Found | undefined>(
      (least, one) => (!least || one.feature.area < least.feature.area ? one : least),
      undefined,
    );
  const open = sorted.find(isNamed) ?? (state.feature ? undefined : (smallest ?? sorted[0]));
  const data = useMemo((): FeatureCollection => {
    const at = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [...point] },
    } satisfies Feature;
    return open
      ? {
          type: 'FeatureCollection',
          features: [{ type: 'Feature', properties: {}, geometry: open.feature.geometry }, at],
        }
      : { type: 'FeatureCollection', features: [at] };
  }, [open, point]);
  // Where two versions are compared the pieces that changed are lit, and the whole is only outlined.
  const look = before ? outlined : lit;
  useOverlay(map, 'picked', data, look);
  useOverlay(beforeMap, 'picked', beforeMap ? data : nothing, look);
  const isPending = own.isPending || beside.isLoading;
  const error = own.error ?? beside.error ?? earlier.error;
  const codes = [...new Set(sorted.map(({ feature }) => feature.layer))];
  return (
    <section className={panel.card} aria-label={words.title} aria-busy={isPending}>
      <div className={panel.heading}>
        <h2>{words.title}</h2>
        {found.length > 0 && <span>{words.features(found.length)}</span>}
        {open && (
          <button
            type="button"
            className={panel.icon}
            aria-label={words.fly}
            title={words.fly}
            onClick={() => show(boxOf(open.feature.geometry))}
          >
            <LocateFixed size={16} aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          className={panel.icon}
          aria-label={common.close}
          title={common.close}
          onClick={() => change({ point: undefined, feature: undefined })}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      <div className={style.place}>{words.at(point[0].toFixed(6), point[1].toFixed(6))}</div>
      <div className={style.body}>
        {error && <ProblemNote error={error} />}
        {isPending && <p className={notes.empty}>{words.asking}</p>}
        {!isPending && !error && found.length === 0 && <p className={notes.empty}>{words.nothing}</p>}
        {codes.map((code) => (
          <div key={code} className={style.layer}>
            <h3>{layers.get(code)?.title ?? code}</h3>
            {sorted
              .filter(({ feature }) => feature.layer === code)
              .map((one) => {
                const { side, feature } = one;
                const isOpen = one === open;
                const epsg = layers.get(code)?.epsg ?? 4490;
                return (
                  <div key={`${side}${feature.id}`}>
                    <button
                      type="button"
                      className={style.feature}
                      aria-expanded={isOpen}
                      onClick={() => change({ feature: { layer: code, id: feature.id } })}
                    >
                      <span>
                        {nameOf(feature)}
                        {side === 'before' && ` · ${words.beforeSide(before!.number)}`}
                      </span>
                      <small>{hectaresShort(feature.area)} ha</small>
                    </button>
                    {isOpen && (
                      <div className={style.open}>
                        {before && layers.get(code)?.plan === plan.code && (
                          <ChangeCard
                            feature={feature}
                            epsg={epsg}
                            side={side === 'now' ? 'after' : 'before'}
                          />
                        )}
                        <FeatureDetails feature={feature} epsg={epsg} />
                      </div>
                    )}
                  </div>
                );
              })}
          </div>
        ))}
      </div>
    </section>
  );
}

/** What a feature is called: its class, else its name, else its number. */
function nameOf({ attributes, bsm, id }: Identified): string {
  for (const field of ['YDYHFLDM', 'DLBM', 'GHFQDM']) {
    const code = attributes[field];
    if (typeof code === 'string' && code !== '') return `${codeName(field, code) ?? ''} ${code}`.trim();
  }
  for (const [field, value] of Object.entries(attributes))
    if (/(XZQ|KFQ|MC$)/.test(field) && /MC$/.test(field) && typeof value === 'string' && value !== '')
      return value;
  return bsm ?? String(id);
}
