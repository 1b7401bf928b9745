import { queryOptions } from '@tanstack/react-query';
import { statistics } from './statistics/statistics-query.ts';
import type { PlacedLayer } from './use-one-map.ts';

export interface LayerClasses {
  /** The field that the classes are of; null where the layer has one look. */
  readonly field: string | null;
  readonly classes: readonly { readonly code: string; readonly title: string; readonly colour: string }[];
}

/** The classes that occur in a layer, in the order of their code table. */
export const classesQuery = ({ plan, version, code }: Pick<PlacedLayer, 'plan' | 'version' | 'code'>) =>
  queryOptions({
    queryKey: ['classes', plan, version, code],
    queryFn: async ({ signal }): Promise<LayerClasses> => {
      const { classField, classes } = await statistics(plan, version, code, undefined, signal);
      return { field: classField, classes };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
