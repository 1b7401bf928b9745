import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { memo, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useBasemap } from '../../map/basemap.ts';
import { boundsQuery } from '../../map/bounds.ts';
import { MapStage } from '../../map/map-stage.tsx';
import { MapTools } from '../../map/map-tools.tsx';
import type { Insets } from '../../map/pane.ts';
import { styleOf } from '../../map/scene.ts';
import { readView, writeView } from '../../map/view.ts';
import { useBrightness } from '../../shell/preferences.ts';
import { useWords } from '../../words/use-words.ts';
import type { Shape } from './box-of.ts';
import style from './desk.module.css';
import { CHANGE, sceneLayers } from './desk-layers.ts';
import { Lights } from './lights.tsx';
import { StageHolder } from './stage-hold.ts';
import { useDesk } from './use-desk-state.ts';
import type { DeskSides } from './use-sides.ts';
import { withLit } from './with-lit.ts';
import { deskWords } from './words.ts';

interface DeskMapProps {
  readonly sides: DeskSides;
  /** Codes of the layers that are drawn, the lowest first. */
  readonly layers: readonly string[];
  readonly pieces: FeatureCollection;
  readonly lit: Shape | undefined;
  /** The piece of the change that is lit. */
  readonly litChange: { readonly layer: string; readonly id: number } | undefined;
  readonly insets: Insets;
  onPiece(n: number): void;
  onChangedPiece(layer: string, id: number): void;
}

/** The map under the desk, and the state before over it. */
export const DeskMap = memo(function DeskMap({ sides, layers, litChange, insets, ...lights }: DeskMapProps) {
  const words = useWords(deskWords);
  const [search] = useSearchParams();
  const brightness = useBrightness();
  const basemap = useBasemap();
  const {
    state: { compare },
    edit,
  } = useDesk();
  const { filed, maintained, base, change } = sides;
  const { data: bounds, isPending } = useQuery({
    ...boundsQuery(maintained?.source ?? ''),
    enabled: maintained !== undefined,
  });
  const { layer: litLayer, id: litId } = litChange ?? {};
  const [before, after] = useMemo(() => {
    const lit =
      change && litLayer !== undefined && litId !== undefined
        ? { source: change.source, code: litLayer, id: litId }
        : undefined;
    const looks = new Map(
      [filed, maintained, base, change].flatMap((side) =>
        side?.look ? [[side.source, side.look] as const] : [],
      ),
    );
    return [filed, maintained].map((side) => {
      const shown = side ? sceneLayers(layers, side, base, change) : [];
      return withLit(styleOf({ layers: shown, looks, brightness, basemap }, location.origin), lit);
    });
  }, [filed, maintained, base, change, layers, brightness, basemap, litLayer, litId]);
  const titles = useMemo(() => [words.before, words.after] as const, [words]);
  if (maintained && isPending) return <p className={style.waiting}>{words.mapWaiting}</p>;
  return (
    <MapStage
      style={after!}
      bounds={bounds ?? [73, 18, 135, 54]}
      view={readView(search.get('at'))}
      onView={(view) =>
        edit((now) => {
          now.set('at', writeView(view));
          return now;
        })
      }
      insets={insets}
      compare={filed && compare !== 'off' ? { mode: compare, style: before!, titles } : undefined}
    >
      <Lights {...lights} changeSource={layers.includes(CHANGE) ? change?.source : undefined} />
      <StageHolder bounds={bounds ?? undefined} />
      <MapTools bounds={bounds ?? undefined} note={basemap?.attribution} />
    </MapStage>
  );
});
