import { describe, expect, it } from 'vitest';
import { box, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';
import { threeLayers } from '../testing/maintenance.ts';

const piece = (ring: number[], WHLX: string) => ({ ring, values: { WHLX } });
const whole: TestFeature[] = [{ ring: box(0, 0, 100) }];

function boundary(more: Partial<Parameters<typeof threeLayers>[1]> = {}) {
  return deliveryOf(
    ...threeLayers('CZKFBJ', {
      before: whole,
      change: [piece(box(0, 0, 25, 100), '3'), piece(box(100, 0, 40, 100), '1')],
      after: [{ ring: box(25, 0, 115, 100) }],
      ...more,
    }),
  );
}

describe('V-04 conservation', () => {
  it('passes where every square metre is told, by footprint and by class', async () => {
    expect(await inspectBy('V-04', boundary())).toMatchObject({ status: 'passed', findings: [] });
    const zones = threeLayers('GHFQ', {
      before: whole,
      change: [piece(box(0, 0, 50, 100), '2')],
      after: [{ ring: box(0, 0, 50, 100) }, { ring: box(50, 0, 50, 100) }],
    });
    expect((await inspectBy('V-04', deliveryOf(...zones))).status).toBe('passed');
  });

  it('finds ground that comes without a change, once and where it is', async () => {
    const after = [{ ring: box(25, 0, 115, 100) }, { ring: box(500, 0, 100) }];
    const { status, findings } = await inspectBy('V-04', boundary({ after }));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { layer: 'WHHCZKFBJ', row: 2, area: 10000, geometry: { type: 'Polygon' } },
    ]);
    expect(findings[0]!.message).toContain('维护后多出 10000.00 m²');
  });

  it('finds ground that goes without a change', async () => {
    const { findings } = await inspectBy('V-04', boundary({ after: [{ ring: box(35, 0, 105, 100) }] }));
    expect(findings).toMatchObject([{ layer: 'WHQCZKFBJ', row: 1, area: 1000 }]);
  });

  it('forms the sum where no piece shows', async () => {
    const change = [piece(box(0, 0, 25, 100), '1'), piece(box(100, 0, 40, 100), '3')];
    const { findings } = await inspectBy('V-04', boundary({ change }));
    expect(findings).toMatchObject([{ layer: 'WHHCZKFBJ', row: null, measure: { value: 3000, unit: 'm²' } }]);
  });

  it('does not form it over overlaps', async () => {
    const after = [{ ring: box(25, 0, 115, 100) }, { ring: box(30, 0, 50, 100) }];
    const { status, reason } = await inspectBy('V-04', boundary({ after }));
    expect(status).toBe('notRun');
    expect(reason).toContain('WHHCZKFBJ 有重叠（T-01）');
  });

  it('is not run where the three are not complete', async () => {
    const [before] = threeLayers('CZKFBJ', { before: whole, change: [], after: [] });
    const { status, reason } = await inspectBy('V-04', deliveryOf(before!));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '没有成套的维护图层。' });
  });
});
