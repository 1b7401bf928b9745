import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flowPicture } from './flow-picture.ts';

const row = (from: string, to: string, area: number) => ({ from, to, pieces: 1, area, planeArea: area });

it('lets ground flow from classes before to classes after, the largest first', () => {
  const picture = flowPicture([row('01', '07', 10), row('07', '01', 30), row('01', '05', 0)], 400, 126, 100)!;
  expect(picture.ribbons.map(({ from, to, area }) => [from, to, area])).toEqual([
    ['07', '01', 30],
    ['01', '07', 10],
  ]);
  expect(picture.nodes.map(({ side, code, y, height }) => [side, code, y, height])).toEqual([
    ['from', '07', 10, 75],
    ['from', '01', 91, 25],
    ['to', '01', 10, 75],
    ['to', '07', 91, 25],
  ]);
  expect(picture.ribbons[0]!.path).toBe('M114 10C200 10 200 10 286 10L286 85C200 85 200 85 114 85Z');
});

it('draws nothing of nothing', () => {
  expect(flowPicture([], 400, 200, 100)).toBeUndefined();
  expect(flowPicture([row('01', '07', 0)], 400, 200, 100)).toBeUndefined();
});

const code = fc.constantFrom(...[...Array(24).keys()].map((k) => String(k + 1).padStart(2, '0')));
const rows = fc
  .array(fc.record({ from: code, to: code, pieces: fc.nat(9), area: fc.integer({ min: 1, max: 1e6 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((list) => list.map((one) => ({ ...one, planeArea: one.area })));

it('keeps the area on both sides, names apart, and all of it within the picture', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const { nodes, height } = flowPicture(list, 600, 300, 120)!;
      const total = list.reduce((sum, { area }) => sum + area, 0);
      for (const side of ['from', 'to']) {
        const own = nodes.filter((node) => node.side === side);
        expect(own.reduce((sum, { area }) => sum + area, 0)).toBe(total);
        for (const [k, node] of own.entries()) {
          expect(node.y + node.height).toBeLessThanOrEqual(height);
          expect(node.nameY).toBeGreaterThanOrEqual(0);
          expect(node.nameY).toBeLessThanOrEqual(height);
          if (k > 0) expect(node.nameY - own[k - 1]!.nameY).toBeGreaterThanOrEqual(15 - 1e-9);
        }
      }
    }),
  );
});
