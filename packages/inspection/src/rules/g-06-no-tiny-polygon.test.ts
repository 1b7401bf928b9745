import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';
import { cornersOf } from '../testing/place.ts';

describe('G-06 no tiny polygon', () => {
  it('passes 400 m² and more', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 20) }]);
    expect((await inspectBy('G-06', deliveryOf(layer))).status).toBe('passed');
  });

  it('finds the part that is smaller, not the whole feature', async () => {
    const layer = deliveredLayer('CZKFBJ', [{ polygons: [[box(0, 0, 100)], [box(200, 0, 10)]] }]);
    const { status, findings } = await inspectBy('G-06', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ row: 1, severity: 'warning', area: 100 }]);
    expect(cornersOf(findings[0]!)).toEqual([
      [200, 0],
      [200, 10],
      [210, 0],
      [210, 10],
    ]);
  });

  it.each([
    ['GHYDYH', 'YDYHFLDM', '0701', '0101'],
    ['DLTB', 'DLBM', '0702', '0101'],
  ])('lets construction land in %s be as small as 200 m²', async (code, field, construction, farmland) => {
    const layer = deliveredLayer(code, [
      { ring: box(0, 0, 15), values: { [field]: construction } },
      { ring: box(100, 0, 15), values: { [field]: farmland } },
      { ring: box(200, 0, 14), values: { [field]: construction } },
      { ring: box(300, 0, 15) },
    ]);
    const { findings } = await inspectBy('G-06', deliveryOf(layer));
    expect(findings.map(({ row, area }) => [row, area])).toEqual([
      [2, 225],
      [3, 196],
      [4, 225],
    ]);
  });

  it('is not run without layers', async () => {
    expect((await inspectBy('G-06', deliveryOf())).status).toBe('notRun');
  });
});
