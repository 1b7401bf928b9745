import type { Map as MapLibre } from 'maplibre-gl';
import { createContext, use } from 'react';
import type { LonLatBox } from './pane.ts';

/** The maps that a place draws on. */
export interface Stage {
  /** The one that is always there: after, when two are compared. */
  readonly map: MapLibre;
  /** Before, while two are compared. */
  readonly before: MapLibre | undefined;
  /** Brings a box into the room that no panel covers. */
  show(box: LonLatBox): void;
}

export const StageContext = createContext<Stage | undefined>(undefined);

/** The maps, for what lies on them. */
export function useStage(): Stage {
  const stage = use(StageContext);
  if (!stage) throw new Error('useStage outside a map');
  return stage;
}
