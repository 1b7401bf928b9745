import { type LayerTotal, type PlanVersion, StoreError } from '@tuheng/store';

/**
 * Layers of a version that a request names: codes with commas, in that order, or `all`.
 *
 * @throws StoreError store.no-layer
 */
export function chosenLayers(
  { code, number }: Pick<PlanVersion, 'code' | 'number'>,
  asked: string,
  layers: readonly LayerTotal[],
): readonly LayerTotal[] {
  if (asked === 'all') return layers;
  return asked.split(',').map((name) => {
    const layer = layers.find((one) => one.code === name);
    if (!layer) throw new StoreError('store.no-layer', `${code}@${number}`, { detail: name });
    return layer;
  });
}
