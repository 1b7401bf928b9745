import { useMemo } from 'react';
import { CHANGE, firstLayers } from './desk-layers.ts';
import { useDesk } from './use-desk-state.ts';
import type { DeskSides } from './use-sides.ts';

/** Codes of the layers that are drawn: as chosen, else as the desk begins, with the change where that is looked at. */
export function useShownLayers({ maintained, base }: DeskSides): readonly string[] {
  const {
    state: { layers, tab, change, lower },
  } = useDesk();
  const isChange = tab === 'change' || lower === 'table' || lower === 'matrix';
  const isLit = change !== undefined;
  return useMemo(() => {
    const shown = layers ?? [...firstLayers([maintained, base]), ...(isChange ? [CHANGE] : [])];
    return isLit && !shown.includes(CHANGE) ? [...shown, CHANGE] : shown;
  }, [layers, maintained, base, isChange, isLit]);
}
