import type { Polygons } from '@tuheng/geometry';
import type { DeliveredLayer } from '@tuheng/standard';
import { repairDelivery } from '../repair/repair-delivery.ts';
import type { DeliveryRepair, RepairedLayer } from '../repair/repair-log.ts';
import { deliveryOf, inspect } from './delivery.ts';

/** The repair of a delivery of these layers, after its inspection; with a way to a layer of the copy. */
export async function repaired(
  ...layers: readonly DeliveredLayer[]
): Promise<DeliveryRepair & { readonly layer: (code: string) => RepairedLayer }> {
  const { context } = await inspect(deliveryOf(...layers));
  const repair = repairDelivery(context);
  return { ...repair, layer: (code) => repair.databases[0]!.layers.find(({ name }) => name === code)! };
}

/** Vertices of a feature, as stored. */
export function verticesOf(p: Polygons, f: number): number[] {
  const from = p.ringStart[p.polygonStart[p.featureStart[f]!]!]!;
  return [...p.xy.subarray(2 * from, 2 * p.ringStart[p.polygonStart[p.featureStart[f + 1]!]!]!)];
}

/** The texts of a column of the copy. */
export function textsOf({ columns }: RepairedLayer, field: string): readonly (string | null)[] {
  const column = columns.get(field);
  return column?.kind === 'text' ? column.values : [];
}

/** The numbers of a column of the copy. */
export function numbersOf({ columns }: RepairedLayer, field: string): readonly number[] {
  const column = columns.get(field);
  return column?.kind === 'number' ? [...column.values] : [];
}
