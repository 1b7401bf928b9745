import { createContext, type RefObject, use, useCallback, useEffect } from 'react';
import type { LonLatBox } from '../../map/pane.ts';
import { useStage } from '../../map/stage-context.ts';
import { boxOf, type Shape } from './box-of.ts';

/** The way from a panel to the map, which may come later than the panels. */
export interface StageHold {
  show: ((box: LonLatBox) => void) | undefined;
  /** Where to go as soon as there is a map. */
  waiting: LonLatBox | undefined;
  /** Piece to go to as soon as its shape is known. */
  wanted: number | undefined;
  /** All that there is. */
  bounds: LonLatBox | undefined;
}

export const StageHoldContext = createContext<RefObject<StageHold> | undefined>(undefined);

/** Brings a box into sight, at once or when the map is there. Always the same function. */
export function useFly(): (box: readonly number[]) => void {
  const hold = use(StageHoldContext);
  return useCallback(
    (box) => {
      if (!hold) return;
      const [west, south, east, north] = box;
      const place = grown([west!, south!, east!, north!]);
      if (hold.current.show) hold.current.show(place);
      else hold.current.waiting = place;
    },
    [hold],
  );
}

/** Goes to a piece: at once where its box is known, else when its shape has come. Always the same function. */
export function useFlyToPiece(): (n: number, box: readonly number[] | null | undefined) => void {
  const hold = use(StageHoldContext);
  const fly = useFly();
  return useCallback(
    (n, box) => {
      if (hold) hold.current.wanted = box ? undefined : n;
      if (box) fly(box);
    },
    [hold, fly],
  );
}

/** Goes to the lit piece when its shape has come, where somebody wants to be there. */
export function useArrival(n: number | undefined, shape: Shape | undefined): void {
  const hold = use(StageHoldContext);
  const fly = useFly();
  useEffect(() => {
    const box = shape && boxOf(shape);
    if (!hold || n === undefined || hold.current.wanted !== n || !box) return;
    hold.current.wanted = undefined;
    fly(box);
  }, [hold, fly, n, shape]);
}

/** Brings all of it into sight. Always the same function. */
export function useFlyHome(): () => void {
  const hold = use(StageHoldContext);
  return useCallback(() => {
    const { show, bounds } = hold?.current ?? {};
    if (bounds) show?.(bounds);
  }, [hold]);
}

/** Lies on the map and lends it to the panels. */
export function StageHolder({ bounds }: { readonly bounds: LonLatBox | undefined }) {
  const { show } = useStage();
  const hold = use(StageHoldContext);
  useEffect(() => {
    if (!hold) return;
    const { current } = hold;
    current.show = show;
    current.bounds = bounds;
    if (current.waiting) show(current.waiting);
    current.waiting = undefined;
    return () => {
      current.show = undefined;
    };
  }, [hold, show, bounds]);
  return null;
}

/** Degrees of latitude: some 130 m, so that a piece of a metre is seen with what surrounds it. */
const LEAST = 0.0012;

function grown([west, south, east, north]: LonLatBox): LonLatBox {
  const [dx, dy] = [Math.max(0, LEAST - (east - west)) / 2, Math.max(0, LEAST - (north - south)) / 2];
  return [west - dx, south - dy, east + dx, north + dy];
}
