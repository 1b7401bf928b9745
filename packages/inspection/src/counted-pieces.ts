import type { CoveragePiece } from '@tuheng/geometry';
import type { SelfCrossings } from './self-crossings.ts';

export interface CountedPieces {
  /** Those that are faults: wider than the run's `snap`, and no consequence of a boundary that crosses itself. */
  readonly pieces: readonly CoveragePiece[];
  /** What was left out for the latter reason, a sentence in Chinese. */
  readonly notRun?: string;
}

/**
 * Which pieces of a coverage check are faults of the coverage. What is thinner than two points may lie apart is no ground but vertices
 * that miss each other (T-08).
 */
export function countedPieces(
  all: readonly CoveragePiece[],
  crossings: SelfCrossings,
  snap: number,
): CountedPieces {
  const wide = all.filter(({ width }) => width > snap);
  const explained = new Set(wide.filter((piece) => crossings.explain(piece)));
  if (explained.size === 0) return { pieces: wide };
  let area = 0;
  for (const piece of explained) area += piece.area;
  return {
    pieces: wide.filter((piece) => !explained.has(piece)),
    notRun: `${explained.size} 处（合计 ${area.toFixed(2)} m²）在自相交处（G-02），改正后再判。`,
  };
}
