import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { answered, api } from '../api/client.ts';
import { useStage } from '../map/stage-context.ts';
import { nothing, type OverlayLayer, useOverlay } from '../map/use-overlay.ts';
import { useModel } from './model-context.ts';

const names: readonly OverlayLayer[] = [
  {
    id: 'township-names',
    type: 'symbol',
    layout: {
      'text-field': ['get', 'name'],
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 13, 15],
      'text-padding': 6,
    },
    paint: { 'text-color': '#26343a', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
  },
];

/** Townships of a county, and of a city's districts: far fewer. */
const MOST = 500;

/** The names of the townships at the middles of their boxes, while their layer is shown. */
export function TownshipNames() {
  const { map, before } = useStage();
  const { layers, shown } = useModel();
  const regions = layers.get('XZQ');
  const isShown = shown.some(({ code }) => code === 'XZQ');
  const { data } = useQuery({
    queryKey: ['township-names', regions?.source],
    enabled: isShown && regions !== undefined,
    queryFn: () =>
      answered(
        api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/query', {
          params: { path: { plan: regions!.plan, version: String(regions!.version), layer: 'XZQ' } },
          body: { fields: ['XZQMC'], limit: MOST },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const points = useMemo((): FeatureCollection => {
    if (!isShown || !data) return nothing;
    return {
      type: 'FeatureCollection',
      features: data.boxes.flatMap((box, i) => {
        if (!box) return [];
        const [west, south, east, north] = box as [number, number, number, number];
        const coordinates = [(west + east) / 2, (south + north) / 2];
        return [
          {
            type: 'Feature',
            properties: { name: data.rows[i]![0] },
            geometry: { type: 'Point', coordinates },
          } as const,
        ];
      }),
    };
  }, [isShown, data]);
  useOverlay(map, 'townships', points, names);
  useOverlay(before, 'townships', points, names);
  return null;
}
