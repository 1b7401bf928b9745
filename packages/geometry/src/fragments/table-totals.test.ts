import { describe, expect, it } from 'vitest';
import { prepareEdges } from '../edges/edge-layer.ts';
import { rectangle, ringsOf } from '../testing/shapes.ts';
import { planeAreaMeasure } from './fragment-measure.ts';
import { overlayTable } from './overlay-table.ts';
import { areasOutside, totalsByClass } from './table-totals.ts';

const a = ringsOf(rectangle(0, 0, 4, 4), rectangle(4, 0, 4, 4), rectangle(20, 0, 1, 1));
const b = ringsOf(rectangle(2, 0, 4, 4), rectangle(6, 0, 4, 2));
const table = overlayTable(prepareEdges(a), prepareEdges(b), { measures: [planeAreaMeasure] });

describe('totals of a pair table', () => {
  it('adds up by class', () => {
    expect(totalsByClass(table, ['01', '02', '01'], ['01', '07'])).toEqual([
      { from: '01', to: '01', pairs: 1, values: [8] },
      { from: '02', to: '01', pairs: 1, values: [8] },
      { from: '02', to: '07', pairs: 1, values: [4] },
    ]);
  });

  it('tells what lies outside the other layer, from either side', () => {
    expect([...areasOutside(a, table, 'left')]).toEqual([8, 4, 1]);
    expect([...areasOutside(b, table, 'right')]).toEqual([0, 4]);
  });
});
