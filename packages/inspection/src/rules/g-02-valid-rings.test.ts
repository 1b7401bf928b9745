import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, ring } from '../testing/delivery.ts';

describe('G-02 valid rings', () => {
  it('passes sound polygons', async () => {
    const { status, findings } = await inspectBy(
      'G-02',
      deliveryOf(deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100) }, { ring: box(100, 0, 100) }])),
    );
    expect({ status, findings }).toEqual({ status: 'passed', findings: [] });
  });

  it('finds a bow-tie at its crossing', async () => {
    const tie = ring([0, 0], [100, 100], [100, 0], [0, 100]);
    const { status, findings } = await inspectBy(
      'G-02',
      deliveryOf(deliveredLayer('CZKFBJ', [{ ring: tie }])),
    );
    expect(status).toBe('failed');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      layer: 'CZKFBJ',
      row: 1,
      bsm: '230898000000000001',
      severity: 'error',
    });
    expect(findings[0]!.geometry!.type).toBe('Point');
  });
});
