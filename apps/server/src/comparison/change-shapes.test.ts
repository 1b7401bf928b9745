import { PolygonsBuilder } from '@tuheng/geometry';
import { crsOf, type Layer } from '@tuheng/standard';
import type { NumberedLayer } from '@tuheng/store';
import { expect, test } from 'vitest';
import { changeShapes } from './change-shapes.ts';
import { changedFeatures } from './changed-features.ts';
import { rankChange } from './ranked-change.ts';

function squares(...all: readonly (readonly [id: number, side: number])[]): NumberedLayer {
  const builder = new PolygonsBuilder();
  for (const [id, side] of all) {
    const [x, y] = [44_532_000 + 200 * id, 5_236_000];
    builder.addRing([x, y, x + side, y, x + side, y + side, x, y + side]);
    builder.endPolygon();
    builder.endFeature();
  }
  const layer: Layer = {
    code: 'STBHHX',
    sourceName: 'STBHHX',
    crs: crsOf(4532)!,
    polygons: builder.build(),
    columns: new Map([['MC', { kind: 'text', values: all.map(([id]) => `第 ${id} 片`) }]]),
  };
  return { layer, ids: Uint32Array.from(all, ([id]) => id) };
}

const change = { ended: squares([1, 10], [2, 40], [3, 20]), opened: squares([4, 30], [5, 10]) };

test('of a layer without classes each has its name; like ones keep their order', async () => {
  const ranked = await rankChange(change);
  expect(changedFeatures(ranked, 0, 9).map(({ id, side, label, code }) => [id, side, label, code])).toEqual([
    [2, 'ended', '第 2 片', null],
    [4, 'opened', '第 4 片', null],
    [3, 'ended', '第 3 片', null],
    [1, 'ended', '第 1 片', null],
    [5, 'opened', '第 5 片', null],
  ]);
  expect(changedFeatures(ranked, 4, 9)).toHaveLength(1);
});

test('the largest are shown, and how many are not', async () => {
  const text = Buffer.concat([...changeShapes(await rankChange(change), 3)]).toString();
  const shapes = JSON.parse(text) as { leftOut: number; features: { properties: object }[] };
  expect(shapes.leftOut).toBe(2);
  expect(shapes.features.map(({ properties }) => properties)).toEqual([
    { id: 2, side: 'ended', code: null },
    { id: 3, side: 'ended', code: null },
    { id: 4, side: 'opened', code: null },
  ]);
});
