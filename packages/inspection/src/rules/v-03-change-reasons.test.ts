import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

const layer = (...reasons: (string | null)[]) =>
  deliveredLayer(
    'GHFQ',
    reasons.map((WHLY, i) => ({ ring: box(100 * i, 0, 100), values: { WHLY } })),
    {},
    'change',
  );

describe('V-03 change reasons', () => {
  it('passes what is filled, whatever it says', async () => {
    expect((await inspectBy('V-03', deliveryOf(layer('001', '随便')))).status).toBe('passed');
  });

  it('warns once of the empty values of a field', async () => {
    const { status, findings, systematic } = await inspectBy('V-03', deliveryOf(layer('001', null, ' ')));
    expect({ status, findings }).toEqual({ status: 'failed', findings: [] });
    expect(systematic).toMatchObject([
      { cause: 'attribute.unverified-domain', severity: 'warning', attribute: 'WHLY', count: 2 },
    ]);
    expect(systematic[0]!.message).toContain('未核实');
    expect(systematic[0]!.examples.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('is not run without the fields', async () => {
    const without = deliveredLayer('GHFQ', [{ ring: box(0, 0, 100) }], {}, 'change');
    const { status, reason } = await inspectBy('V-03', deliveryOf(without));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: 'WHCGHFQ：没有这些字段（见 A-01）。' });
  });
});
