import { describe, expect, it } from 'vitest';
import { prepareEdges } from '../edges/edge-layer.ts';
import { type Ring, rectangle, ringsOf } from '../testing/shapes.ts';
import { matchEdges, NO_MATE } from './match-edges.ts';

/** Pairs of edges that were matched, the smaller first. */
function pairs(without: readonly number[], ...rings: readonly Ring[]): number[][] {
  const layer = prepareEdges(ringsOf(...rings));
  const { mate, matched } = matchEdges(
    layer,
    Uint8Array.from(rings, (_, f) => (without.includes(f) ? 1 : 0)),
  );
  const found = [...mate].flatMap((other, e) => (other !== NO_MATE && e < other ? [[e, other]] : []));
  expect(matched).toBe(2 * found.length);
  for (const [a, b] of found) expect(mate[b!]).toBe(a);
  return found;
}

const west = rectangle(0, 0, 1, 1);
const east = rectangle(1, 0, 1, 1);

describe('matchEdges', () => {
  it('matches an edge with the neighbour it separates, whichever way the rings run', () => {
    expect(pairs([], west, east)).toEqual([[1, 8]]);
    expect(pairs([], west, [...east].reverse())).toEqual([[1, 8]]);
    expect(pairs([], [...west].reverse(), [...east].reverse())).toEqual([[1, 8]]);
  });

  it('leaves alone what stands twice in one direction, and all that lies on it', () => {
    expect(pairs([], west, west)).toEqual([]);
    expect(pairs([], west, east, west)).toEqual([]);
    expect(pairs([], west, west, east)).toEqual([]);
    expect(pairs([], west, east, east, west)).toEqual([]);
  });

  it('looks past features that are left out', () => {
    expect(pairs([0], west, east)).toEqual([]);
    expect(pairs([2], west, east, west)).toEqual([[1, 8]]);
  });

  it('takes −0 for 0', () => {
    expect(pairs([], rectangle(-1, 0, 1, 1), rectangle(-0, -0, 1, 1))).toEqual([[1, 8]]);
  });
});
