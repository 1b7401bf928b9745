import { useSuspenseQuery } from '@tanstack/react-query';
import { Ruler, SquareDashed } from 'lucide-react';
import { type CSSProperties, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanSummary } from '../api/answers.ts';
import { useBasemap } from '../map/basemap.ts';
import { boundsQuery } from '../map/bounds.ts';
import { MapStage } from '../map/map-stage.tsx';
import { MapTools } from '../map/map-tools.tsx';
import { styleOf } from '../map/scene.ts';
import { useLooks } from '../map/use-looks.ts';
import { BarSubject } from '../shell/bar-subject.tsx';
import notes from '../shell/notes.module.css';
import { useBrightness } from '../shell/preferences.ts';
import { usePlans } from '../shell/region.ts';
import { useWords } from '../words/use-words.ts';
import { AskHere } from './ask-here.tsx';
import { LayerCatalogue } from './catalogue/catalogue.tsx';
import { ComparePanel } from './compare/compare-panel.tsx';
import { IdentifyCard } from './identify/identify-card.tsx';
import { LeftPanel } from './left-panel.tsx';
import { MeasureCard, type MeasureKind } from './measure/measure-card.tsx';
import { measureWords } from './measure/words.ts';
import { ModelContext } from './model-context.ts';
import style from './one-map.module.css';
import { PrintPanel } from './print/print-panel.tsx';
import { QueryForm } from './query/query-form.tsx';
import { ResultsDrawer } from './query/results-drawer.tsx';
import { useHits } from './query/use-hits.ts';
import { readScene } from './scene-state.ts';
import { ShareButton } from './share-button.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { StatisticsDrawer } from './statistics/statistics-drawer.tsx';
import { TownshipNames } from './township-names.tsx';
import { useNarrow } from './use-narrow.ts';
import { plansOf, sourceOf, useOneMap } from './use-one-map.ts';
import { oneMapWords } from './words.ts';

/** 一张图: every layer of a plan and of the data beside it, at any version, to look at, ask, measure and compare. */
export function OneMap() {
  const words = useWords(oneMapWords);
  const [search] = useSearchParams();
  const [plan, base] = plansOf(usePlans(), readScene(search).plan);
  if (!plan) return <p className={notes.empty}>{words.noPlan}</p>;
  // Another plan is another desk.
  return <Desk key={plan.code} plan={plan} base={base} />;
}

function Desk({ plan, base }: { readonly plan: PlanSummary; readonly base: PlanSummary | undefined }) {
  const words = useWords(oneMapWords);
  const measuring = useWords(measureWords);
  const brightness = useBrightness();
  const isNarrow = useNarrow();
  const model = useOneMap(plan, base);
  const { state, version, before, layers, shown } = model;
  const [measured, setMeasured] = useState<MeasureKind>();
  const [countedLayer, setCountedLayer] = useState<string>();
  const [isDrawing, setDrawing] = useState(false);
  const [height, setHeight] = useState(280);
  const source = sourceOf(plan.code, version.number);
  const { data: bounds } = useSuspenseQuery(boundsQuery(source));
  const earlier = before && sourceOf(plan.code, before.number);
  const sources = [...new Set([...layers.values()].map((layer) => layer.source))];
  const looks = useLooks(earlier === undefined ? sources : [...sources, earlier]);
  const basemap = useBasemap(state.basemap);
  const drawn = useMemo(
    () => shown.map(({ code, opacity }) => ({ code, opacity, source: layers.get(code)!.source })),
    [shown, layers],
  );
  const asked = state.panel === 'query' ? state.query : undefined;
  const askedLayer = asked && layers.get(asked.layer);
  const marks = useHits(asked, askedLayer, layers.get('XZQ'));
  const now = useMemo(
    () => styleOf({ layers: drawn, looks, brightness, basemap, marks }, location.origin),
    [drawn, looks, brightness, basemap, marks],
  );
  const then = useMemo(
    () =>
      earlier === undefined
        ? undefined
        : styleOf(
            {
              layers: drawn.map((layer) => (layer.source === source ? { ...layer, source: earlier } : layer)),
              looks,
              brightness,
              basemap,
            },
            location.origin,
          ),
    [drawn, looks, brightness, basemap, source, earlier],
  );
  const counted =
    state.panel === 'statistics'
      ? (layers.get(countedLayer ?? '') ?? layers.get(shown[0]?.code ?? '') ?? [...layers.values()][0])
      : undefined;
  const hasDrawer = askedLayer !== undefined || counted !== undefined;
  const below = hasDrawer ? height + 16 : 0;
  const hasCard = measured !== undefined || state.point !== undefined;
  // On a narrow screen panels are sheets at the bottom, and what stands in the corner of the map stands above them.
  const sheetRoom =
    !hasCard && (state.panel === undefined || state.panel === 'statistics') ? `${below + 56}px` : '52%';
  const insets = isNarrow
    ? { top: 16, right: 16, bottom: state.panel || hasCard ? 380 : 72, left: 16 }
    : { top: 16, right: hasCard ? 420 : 64, bottom: 16 + below, left: state.panel ? 368 : 16 };
  return (
    <ModelContext value={model}>
      <BarSubject>
        <div className={style.subject}>
          <strong>{plan.name}</strong>
          <span>
            {words.version(version.number)}
            {version.number === plan.head.number && ` · ${words.headVersion}`}
          </span>
          <ShareButton />
        </div>
      </BarSubject>
      <MapStage
        style={now}
        bounds={bounds ?? undefined}
        view={model.view}
        onView={model.look}
        insets={insets}
        compare={
          then && before && state.compare
            ? {
                mode: state.compare,
                style: then,
                titles: [words.version(before.number), words.version(version.number)],
              }
            : undefined
        }
      >
        <div
          className={style.room}
          style={
            {
              '--drawer': `${below}px`,
              '--stage-bottom': isNarrow ? sheetRoom : `${below}px`,
            } as CSSProperties
          }
        >
          <TownshipNames />
          {!measured && !isDrawing && <AskHere />}
          <LeftPanel>
            {(panel) =>
              panel === 'query' ? (
                <QueryForm isDrawing={isDrawing} onDrawing={setDrawing} />
              ) : panel === 'compare' ? (
                <ComparePanel />
              ) : panel === 'print' ? (
                <PrintPanel looks={looks} basemap={basemap} />
              ) : (
                <LayerCatalogue looks={looks} />
              )
            }
          </LeftPanel>
          {measured ? (
            <MeasureCard key={measured} kind={measured} onClose={() => setMeasured(undefined)} />
          ) : (
            state.point && <IdentifyCard point={state.point} />
          )}
          {asked && askedLayer && (
            <ResultsDrawer
              key={`${asked.layer}${askedLayer.source}`}
              spec={asked}
              layer={askedLayer}
              height={height}
              onHeight={setHeight}
            />
          )}
          {counted && (
            <StatisticsDrawer
              layer={counted}
              onLayer={setCountedLayer}
              height={height}
              onHeight={setHeight}
            />
          )}
          <MapTools bounds={bounds ?? undefined} note={basemap?.attribution}>
            <button
              type="button"
              aria-label={measuring.distance}
              title={measuring.distance}
              aria-pressed={measured === 'distance'}
              onClick={() => setMeasured(measured === 'distance' ? undefined : 'distance')}
            >
              <Ruler size={16} aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label={measuring.area}
              title={measuring.area}
              aria-pressed={measured === 'area'}
              onClick={() => setMeasured(measured === 'area' ? undefined : 'area')}
            >
              <SquareDashed size={16} aria-hidden="true" />
            </button>
          </MapTools>
          <Shortcuts onMeasure={setMeasured} />
        </div>
      </MapStage>
    </ModelContext>
  );
}
