import { queryOptions } from '@tanstack/react-query';
import { layerSpec } from '@tuheng/standard';
import { answered, api } from '../../api/client.ts';
import type { ChangeHere, Side } from '../../geometry/change-here.ts';
import { computed } from '../../geometry/geometry-client.ts';
import type { PlacedFeature } from '../../geometry/placed-feature.ts';
import type { Identified } from './identify-query.ts';

/** Features of the other version that are fetched for one; more cannot be told in a card. */
const MOST = 500;

/** What changed on the ground of a feature, against another version of its layer; null where it touches too many features there. */
export const changeQuery = (plan: string, other: number, epsg: number, feature: Identified, side: Side) =>
  queryOptions({
    queryKey: ['change-here', plan, other, feature.layer, feature.id, side],
    queryFn: async (): Promise<ChangeHere | null> => {
      const counterparts = await touchedBy(plan, other, feature);
      if (!counterparts) return null;
      const own = [{ geometry: feature.geometry, attributes: feature.attributes }];
      const [before, after] = side === 'after' ? [counterparts, own] : [own, counterparts];
      return computed('change', feature.layer, epsg, before, after, side);
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

async function touchedBy(
  plan: string,
  version: number,
  feature: Identified,
): Promise<PlacedFeature[] | undefined> {
  const { layer, geometry } = feature;
  const path = { plan, version: String(version), layer };
  const compared = layerSpec(layer)?.comparedField;
  const found = await answered(
    api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/query', {
      params: { path },
      body: { place: geometry, fields: compared ? [compared] : [], limit: MOST },
    }),
  );
  if (found.total > MOST) return undefined;
  if (found.ids.length === 0) return [];
  const shapes = (await answered(
    api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/shapes', {
      params: { path },
      body: { ids: found.ids },
    }),
  )) as unknown as {
    readonly features: readonly { readonly id: number; readonly geometry: Identified['geometry'] }[];
  };
  const rows = new Map(found.ids.map((id, i) => [id, found.rows[i]!]));
  return shapes.features.map(({ id, geometry: shape }) => ({
    geometry: shape,
    attributes: Object.fromEntries(found.fields.map((field, i) => [field, rows.get(id)?.[i] ?? null])),
  }));
}
