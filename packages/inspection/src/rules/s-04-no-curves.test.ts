import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

const features = [{ ring: box(0, 0, 100) }, { ring: box(200, 0, 100) }];

describe('S-04 no curves', () => {
  it('passes straight lines', async () => {
    expect((await inspectBy('S-04', deliveryOf(deliveredLayer('CZKFBJ', features)))).status).toBe('passed');
  });

  it('finds a feature with arcs, whole', async () => {
    const layer = deliveredLayer('CZKFBJ', features, { curved: Uint32Array.of(1) });
    const { status, findings } = await inspectBy('S-04', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([{ layer: 'CZKFBJ', row: 2, geometry: { type: 'Polygon' } }]);
  });

  it('is not run without layers', async () => {
    expect((await inspectBy('S-04', deliveryOf())).status).toBe('notRun');
  });
});
