import { describe, expect, it } from 'vitest';
import { box, database, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

const required = ['CZKFBJ', 'STBHHX', 'YJJBNTBHTB', 'GHFQ'];
const layers = required.map((code) => deliveredLayer(code, [{ ring: box(0, 0, 100) }]));

describe('C-03 required layers', () => {
  it('passes a plan with all of them', async () => {
    expect(await inspectBy('C-03', deliveryOf(...layers))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a missing line as an error and a missing layer we only derive as a warning', async () => {
    const { status, findings } = await inspectBy('C-03', deliveryOf(layers[0]!, layers[2]!));
    expect(status).toBe('failed');
    expect(findings.map(({ layer, severity, message }) => [layer, severity, message])).toEqual([
      ['GHFQ', 'warning', '没有规划分区图层 GHFQ（必备与否未核实）。'],
      ['STBHHX', 'error', '没有生态保护红线图层 STBHHX。'],
    ]);
  });

  it('finds layers that are there twice or that nobody knows; not one that holds no polygons', async () => {
    const other = { geometryType: 'MultiPolygon', features: 1 };
    const delivery = deliveryOf();
    const { findings } = await inspectBy('C-03', {
      ...delivery,
      databases: [
        database(layers.slice(1), {
          otherLayers: [
            { sourceName: 'CZKFBJ', code: 'CZKFBJ', reason: 'not-polygons', ...other },
            { sourceName: '规划分区', code: 'GHFQ', reason: 'duplicate', ...other },
            { sourceName: '草稿', reason: 'unknown', ...other },
          ],
        }),
      ],
    });
    expect(findings.map(({ layer, severity }) => [layer, severity])).toEqual([
      ['草稿', 'warning'],
      ['规划分区', 'error'],
    ]);
  });

  it('is not run on base data and on maintenance databases', async () => {
    const { status, reason } = await inspectBy(
      'C-03',
      deliveryOf(deliveredLayer('DLTB', []), deliveredLayer('GHFQ', [], {}, 'change')),
    );
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '没有规划数据库。' });
  });
});
