import type { LayerTotal } from '@tuheng/store';
import { expect, it } from 'vitest';
import { styleDocument } from './style-document.ts';

const boundary = (...fields: string[]) =>
  ({ code: 'CZKFBJ', fields: fields.map((name) => [name, 'text']) }) as unknown as LayerTotal;

const fill = (layer: LayerTotal) =>
  styleDocument('', [layer], '/tiles').layers.find(({ id }) => id === layer.code)?.paint['fill-color'];

it('draws a control line as one, whatever classes its features have', () => {
  expect(fill(boundary('BSM', 'GHFQDM'))).toBeTypeOf('string');
});

it('draws the pieces of the change of a control line by their kind', () => {
  expect(fill(boundary('BSM', 'WHLX'))).toEqual(expect.arrayContaining([['get', 'WHLX']]));
});
