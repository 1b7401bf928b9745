import { useMemo } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { PictureSide } from '../pictures/both-sides.tsx';
import { CHANGE, codesOf, sceneLayers } from './desk-layers.ts';
import type { DeskSides } from './use-sides.ts';
import { deskWords } from './words.ts';

/** What small pictures show of the states before and after: the layers that the map shows of each itself. */
export function usePictureSides(
  { filed, maintained }: DeskSides,
  layers: readonly string[],
): readonly PictureSide[] {
  const words = useWords(deskWords);
  return useMemo(
    () =>
      (
        [
          [words.before, filed],
          [words.after, maintained],
        ] as const
      ).flatMap(([title, side]) => {
        if (!side) return [];
        const own = sceneLayers(layers, side, undefined, undefined).map(({ code }) => code);
        const zones = codesOf(side.look).filter((code) => code === 'GHFQ');
        const codes = [...new Set([...(own.some((code) => code === 'GHFQ') ? [] : zones), ...own])];
        return [{ title, ...side, codes: codes.filter((code) => code !== CHANGE) }];
      }),
    [filed, maintained, layers, words],
  );
}
