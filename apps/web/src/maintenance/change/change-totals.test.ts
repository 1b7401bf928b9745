import { expect, it } from 'vitest';
import { conservationOf, type LayerReviews, totalsByType } from './change-totals.ts';

const totals = [
  { layer: 'CZKFBJ', type: '1', pieces: 2, area: 10 },
  { layer: 'GHFQ', type: '1', pieces: 1, area: 5 },
  { layer: 'GHFQ', type: '2', pieces: 4, area: 8 },
];

it('adds up each kind of change, over all layers or within one', () => {
  expect(totalsByType(totals, undefined)).toEqual([
    { type: '1', pieces: 3, area: 15 },
    { type: '2', pieces: 4, area: 8 },
  ]);
  expect(totalsByType(totals, 'CZKFBJ')).toEqual([{ type: '1', pieces: 2, area: 10 }]);
});

it('tells the largest residual, and that one layer that does not hold is one too many', () => {
  const layers = {
    A: { conservation: { residual: -0.5, holds: true } },
    B: { conservation: { residual: 0.2, holds: false } },
  } as unknown as LayerReviews;
  expect(conservationOf(layers)).toEqual({ residual: 0.5, holds: false });
  expect(conservationOf({})).toEqual({ residual: 0, holds: true });
});
