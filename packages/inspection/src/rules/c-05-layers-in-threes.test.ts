import { describe, expect, it } from 'vitest';
import { database, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

const three = (['before', 'change', 'after'] as const).map((part) => deliveredLayer('GHFQ', [], {}, part));

describe('C-05 layers in threes', () => {
  it('passes three, even empty ones', async () => {
    expect(await inspectBy('C-05', deliveryOf(...three))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('names the layer that is missing', async () => {
    const { status, findings } = await inspectBy('C-05', deliveryOf(three[0]!, three[1]!));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ layer: 'WHHGHFQ', severity: 'error' }]);
    expect(findings[0]!.message).toContain('没有维护后图层 WHHGHFQ');
  });

  it('counts a layer that holds no polygons as there', async () => {
    const lines = { sourceName: 'WHHGHFQ', code: 'WHHGHFQ', geometryType: 'LineString', features: 1 };
    const { status } = await inspectBy('C-05', {
      ...deliveryOf(),
      databases: [database(three.slice(0, 2), { otherLayers: [{ ...lines, reason: 'not-polygons' }] })],
    });
    expect(status).toBe('passed');
  });

  it('is not run on a plan', async () => {
    const { status, reason } = await inspectBy('C-05', deliveryOf(deliveredLayer('GHFQ', [])));
    expect({ status, reason }).toEqual({
      status: 'notRun',
      reason: '没有维护数据库的图层（WHQ、WHC、WHH）。',
    });
  });
});
