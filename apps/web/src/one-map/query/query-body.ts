import { queryOptions } from '@tanstack/react-query';
import type { ArealGeometry } from '@tuheng/geometry';
import { answered, api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { PlacedLayer } from '../use-one-map.ts';
import { filterText } from './filter-text.ts';
import type { QueryPlace, QuerySpec } from './query-spec.ts';

/** The ground of a township. @param regions the layer of townships */
const regionQuery = (regions: PlacedLayer, code: string) =>
  queryOptions({
    queryKey: ['region-shape', regions.source, code],
    queryFn: async (): Promise<ArealGeometry> => {
      const path = { plan: regions.plan, version: String(regions.version), layer: 'XZQ' };
      const { ids } = await answered(
        api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/query', {
          params: { path },
          body: { filter: `"XZQDM" = '${code}'`, fields: [], limit: 100 },
        }),
      );
      const { features } = (await answered(
        api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/shapes', {
          params: { path },
          body: { ids },
        }),
      )) as unknown as { readonly features: readonly { readonly geometry: ArealGeometry }[] };
      return {
        type: 'MultiPolygon',
        coordinates: features.flatMap(({ geometry }) =>
          geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
        ),
      };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What the routes of queries and selections are asked by. */
export async function bodyOf(
  { conditions, join, place, relation }: QuerySpec,
  layer: PlacedLayer,
  regions: PlacedLayer | undefined,
) {
  const filter = filterText(
    { conditions, join },
    new Map(layer.fields.map(({ name, kind }) => [name, kind])),
  );
  const shape = place && (await shapeOf(place, regions));
  return {
    ...(filter !== undefined && { filter }),
    ...(shape && { place: shape, relation }),
  };
}

/** The ground of a place, as GeoJSON. */
export async function shapeOf(
  place: QueryPlace,
  regions: PlacedLayer | undefined,
): Promise<ArealGeometry | undefined> {
  if (place.type === 'region') return regions && queries.fetchQuery(regionQuery(regions, place.code));
  return {
    type: 'MultiPolygon',
    coordinates: place.coordinates.map((rings) => rings.map((ring) => ring.map((point) => [...point]))),
  };
}
