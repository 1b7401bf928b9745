import { createContext, use } from 'react';
import type { OneMapModel } from './use-one-map.ts';

export const ModelContext = createContext<OneMapModel | undefined>(undefined);

/** What the place shows, for its panels. */
export function useModel(): OneMapModel {
  const model = use(ModelContext);
  if (!model) throw new Error('useModel outside the One Map');
  return model;
}
