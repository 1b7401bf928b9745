import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';
import { threeLayers } from '../testing/maintenance.ts';

const piece = (ring: number[], WHLX: string | null) => ({ ring, values: { WHLX } });

/** A boundary of 100 × 100 m loses its western quarter and gains as much in the east. */
const transfer = (out: string | null, into: string | null) =>
  threeLayers('CZKFBJ', {
    before: [{ ring: box(0, 0, 100) }],
    change: [piece(box(0, 0, 25, 100), out), piece(box(100, 0, 25, 100), into)],
    after: [{ ring: box(25, 0, 100, 100) }],
  });

const reclassified = (type: string, ground = box(0, 0, 50, 100)) =>
  threeLayers('GHFQ', {
    before: [{ ring: box(0, 0, 100) }],
    change: [piece(ground, type)],
    after: [{ ring: box(0, 0, 50, 100) }, { ring: box(50, 0, 50, 100) }],
  });

describe('V-01 change types', () => {
  it('passes pieces that lie where their type says', async () => {
    const delivery = deliveryOf(...transfer('3', '1'), ...reclassified('2'));
    expect(await inspectBy('V-01', delivery)).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a type that is none, and one of the other kind of layer', async () => {
    const delivery = deliveryOf(...transfer('4', '2'), ...reclassified('1'));
    const { status, findings } = await inspectBy('V-01', delivery);
    expect(status).toBe('failed');
    expect(findings.map(({ layer, row, message }) => [layer, row, message])).toEqual([
      ['WHCCZKFBJ', 1, '维护类型 WHLX “4”不是 1、2、3。'],
      ['WHCCZKFBJ', 2, '维护类型是 2（属性变更），CZKFBJ 的维护类型应为 1、3。'],
      ['WHCGHFQ', 1, '维护类型是 1（调入），GHFQ 的维护类型应为 2。'],
    ]);
    expect(findings[0]).toMatchObject({ attribute: 'WHLX', geometry: { type: 'Polygon' } });
  });

  it('finds a piece on the wrong ground', async () => {
    const swapped = await inspectBy('V-01', deliveryOf(...transfer('1', '3')));
    expect(swapped.findings.map(({ message }) => message)).toEqual([
      '调入的图形有 2500.00 m² 在维护前 WHQCZKFBJ 内，有 2500.00 m² 不在维护后 WHHCZKFBJ 内。',
      '调出的图形有 2500.00 m² 不在维护前 WHQCZKFBJ 内，有 2500.00 m² 在维护后 WHHCZKFBJ 内。',
    ]);
    const outside = await inspectBy('V-01', deliveryOf(...reclassified('2', box(90, 0, 20, 100))));
    expect(outside.findings).toHaveLength(1);
  });

  it('says that it could not look at the ground without WHH, and leaves empty types to A-02', async () => {
    const [before, change] = transfer('4', null);
    const { status, reason, findings } = await inspectBy('V-01', deliveryOf(before!, change!));
    expect(status).toBe('failed');
    expect(findings).toHaveLength(1);
    expect(reason).toContain('维护前、维护后图层不全（见 C-05）');
  });

  it('is not run on a plan', async () => {
    const { status, reason } = await inspectBy('V-01', deliveryOf(deliveredLayer('GHFQ', [])));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '没有维护层 WHC。' });
  });
});
