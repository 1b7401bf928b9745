import type { StyleSpecification } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { withLit } from './with-lit.ts';

const style: StyleSpecification = {
  version: 8,
  sources: { '/change/tiles/CZKFBJ': { type: 'vector' } },
  layers: [],
};

it('lights one feature of a layer that is drawn', () => {
  const { layers } = withLit(style, { source: '/change', code: 'CZKFBJ', id: 3 });
  expect(layers.map((layer) => 'filter' in layer && layer.filter)).toEqual(
    Array.from({ length: 3 }, () => ['==', ['id'], 3]),
  );
});

it('leaves a style alone that does not draw the layer', () => {
  expect(withLit(style, { source: '/change', code: 'GHFQ', id: 3 })).toBe(style);
  expect(withLit(style, undefined)).toBe(style);
});
