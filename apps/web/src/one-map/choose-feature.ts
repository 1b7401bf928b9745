import { useMutation } from '@tanstack/react-query';
import type { ArealGeometry } from '@tuheng/geometry';
import { answered, api } from '../api/client.ts';
import { useStage } from '../map/stage-context.ts';
import { boxOf, pointWithin } from './geometry-box.ts';
import { useModel } from './model-context.ts';

interface Chosen {
  readonly plan: string;
  readonly version: number;
  readonly layer: string;
  readonly id: number;
}

/** Goes to a feature that a list names, lights it, and opens what is known of it. */
export function useChooseFeature() {
  const { show } = useStage();
  const { change } = useModel();
  return useMutation({
    mutationFn: async ({ plan, version, layer, id }: Chosen) => {
      const { features } = (await answered(
        api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/shapes', {
          params: { path: { plan, version: String(version), layer } },
          body: { ids: [id] },
        }),
      )) as unknown as { readonly features: readonly { readonly geometry: ArealGeometry }[] };
      return features[0]?.geometry;
    },
    onSuccess: (geometry, { layer, id }) => {
      if (!geometry) return;
      show(boxOf(geometry));
      change({ point: pointWithin(geometry), feature: { layer, id } });
    },
  });
}
