import { describe, expect, it } from 'vitest';
import { box, database, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

const features = [{ ring: box(0, 0, 100) }, { ring: box(200, 0, 100) }];

describe('S-03 geometry type', () => {
  it('passes polygons', async () => {
    expect(await inspectBy('S-03', deliveryOf(deliveredLayer('CZKFBJ', features)))).toMatchObject({
      status: 'passed',
    });
  });

  it.each([
    ['MultiPolygonZ', 'Z 值'],
    ['PolygonM', 'M 值'],
    ['MultiPolygonZM', 'Z 值和 M 值'],
  ])('finds a layer of %s', async (geometryType, what) => {
    const { status, findings } = await inspectBy(
      'S-03',
      deliveryOf(deliveredLayer('CZKFBJ', features, { geometryType })),
    );
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ layer: 'CZKFBJ', row: null, message: expect.stringContaining(what) }]);
  });

  it('finds points and lines among polygons, which are not empty features', async () => {
    const layer = deliveredLayer('CZKFBJ', [...features, {}], { foreign: Uint32Array.of(2) });
    expect((await inspectBy('S-03', deliveryOf(layer))).findings).toMatchObject([{ row: 3 }]);
    expect((await inspectBy('G-01', deliveryOf(layer))).findings).toEqual([]);
  });

  it('finds a layer of lines under a name of the standard, not under another', async () => {
    const only = database([deliveredLayer('CZKFBJ', features)], {
      otherLayers: [
        {
          sourceName: 'STBHHX',
          geometryType: 'LineString',
          features: 3,
          code: 'STBHHX',
          reason: 'not-polygons',
        },
        { sourceName: 'DLJX', geometryType: 'LineString', features: 3, reason: 'unknown' },
      ],
    });
    const { findings } = await inspectBy('S-03', {
      name: only.name,
      digest: '',
      databases: [only],
      tables: [],
    });
    expect(findings).toMatchObject([{ layer: 'STBHHX', message: expect.stringContaining('LineString') }]);
  });

  it('finds a layer of the roads that holds no lines', async () => {
    const only = database([deliveredLayer('CZKFBJ', features)], {
      otherLayers: [
        { sourceName: 'DLZXX', geometryType: 'Polygon', features: 3, code: 'DLZXX', reason: 'not-lines' },
      ],
    });
    const { findings } = await inspectBy('S-03', {
      name: only.name,
      digest: '',
      databases: [only],
      tables: [],
    });
    expect(findings).toMatchObject([
      { layer: 'DLZXX', message: '图层不是线图层（Polygon）。', suggestion: '改为线图层后重新导出。' },
    ]);
  });

  it('is not run without a database', async () => {
    const none = { name: 'x', digest: '', databases: [], tables: [] };
    expect(await inspectBy('S-03', none)).toMatchObject({ status: 'notRun', cause: 'input' });
  });
});
