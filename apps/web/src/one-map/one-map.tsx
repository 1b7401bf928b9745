import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { boundsQuery } from '../map/bounds.ts';
import { MapStage } from '../map/map-stage.tsx';
import { MapTools } from '../map/map-tools.tsx';
import { styleOf } from '../map/scene.ts';
import { useLooks } from '../map/use-looks.ts';
import { readView, writeView } from '../map/view.ts';
import { useBrightness } from '../shell/preferences.ts';
import { usePlans } from '../shell/region.ts';

export function OneMap() {
  const [search, setSearch] = useSearchParams();
  const brightness = useBrightness();
  const [plan] = usePlans();
  const source = `/api/v1/plans/${plan?.code}/versions/${plan?.head.number}`;
  const { data: bounds } = useSuspenseQuery(boundsQuery(source));
  const looks = useLooks(plan ? [source] : []);
  const style = useMemo(
    () =>
      styleOf(
        {
          layers: ['GHFQ', 'YJJBNTBHTB', 'STBHHX', 'CZKFBJ'].map((code) => ({ source, code, opacity: 1 })),
          looks,
          brightness,
        },
        location.origin,
      ),
    [source, looks, brightness],
  );
  const compare = search.get('compare');
  return (
    <MapStage
      style={style}
      bounds={bounds ?? undefined}
      view={readView(search.get('at'))}
      onView={(view) =>
        setSearch(
          (now) => {
            now.set('at', writeView(view));
            return now;
          },
          { replace: true },
        )
      }
      insets={{ top: 16, right: 16, bottom: 16, left: 16 }}
      compare={
        compare === 'swipe' || compare === 'side' || compare === 'blink'
          ? { mode: compare, style, titles: ['第 1 版', '第 2 版'] }
          : undefined
      }
    >
      <MapTools bounds={bounds ?? undefined} />
    </MapStage>
  );
}
