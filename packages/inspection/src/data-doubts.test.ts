import { expect, it } from 'vitest';
import { layerDoubts } from './data-doubts.ts';
import { box, deliveredLayer, deliveryOf, inspect, ring } from './testing/delivery.ts';

it('says by layer what was found and what follows for figures', async () => {
  const tie = ring([0, 0], [100, 100], [100, 0], [0, 80]);
  const { inspection } = await inspect(
    deliveryOf(
      deliveredLayer('CZKFBJ', [{ ring: tie }]),
      deliveredLayer('HLFXKZX', [{ ring: box(0, 0, 1000) }]),
    ),
  );
  const doubts = layerDoubts(inspection);
  expect(doubts.find(({ layer }) => layer === 'CZKFBJ')?.message).toMatch(
    /自相交的图形按奇偶规则读取.*（G-02，1 处）/,
  );
});

it('has nothing against a sound layer', async () => {
  const { inspection } = await inspect(deliveryOf(deliveredLayer('HLFXKZX', [{ ring: box(0, 0, 1000) }])));
  expect(layerDoubts(inspection).map(({ layer }) => layer)).not.toContain('HLFXKZX');
});
