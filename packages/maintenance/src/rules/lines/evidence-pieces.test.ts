import { loadKernelOverlay } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../review.ts';
import { reviewPlans } from '../../review-plans.ts';
import { countyPlans, field, type MaintainedRows, places, planZone, town } from '../../testing/county.ts';
import { box, type Row } from '../../testing/plans.ts';

async function verdict(rule: string, edit: (rows: MaintainedRows) => void): Promise<Verdict> {
  const { filed, maintained, base, targets } = countyPlans(edit);
  const { review } = await reviewPlans({
    filed,
    maintained,
    base,
    targets: { file: targets, name: 'targets.json', digest: 'targets' },
    overlay: await loadKernelOverlay(0.0001),
    date: '20261124',
  });
  return review.verdicts.find((one) => one.rule === rule)!;
}

const pieces = ({ evidence }: Verdict) =>
  evidence.map(({ side, label, planeArea }) => [side, label, Math.round(planeArea)]);

const special = (...rings: Row['rings']): Row => ({
  rings,
  attributes: { GHFQDM: '430', GHFQMC: '' },
});

describe('a rule that fails points at the ground', () => {
  it('udb.expansion-multiple: at what counts now and did not before', async () => {
    const found = await verdict('udb.expansion-multiple', (rows) => {
      rows.CZKFBJ.push(town(box(0, -60, 1000, 60)));
    });
    expect(found.status).toBe('fail');
    expect(pieces(found)).toEqual([
      ['maintained', '新计入扩展倍数的范围', 60_000],
      ['maintained', '新计入扩展倍数的范围', 18_000],
    ]);
  });

  it('udb.expansion-multiple: not at 特别用途区, also where only its number tells', async () => {
    const found = await verdict('udb.expansion-multiple', (rows) => {
      rows.CZKFBJ.push(special(box(0, -60, 1000, 60)));
    });
    expect(found.status).toBe('pass');
    expect(found.evidence).toEqual([]);
  });

  it('udb.shape: at every piece that redraws the outline', async () => {
    const found = await verdict('udb.shape', (rows) => {
      rows.CZKFBJ.push(town(box(1500, 1500, 15, 15)));
    });
    expect(found.status).toBe('fail');
    expect(pieces(found)).toEqual([
      ['filed', '调出城镇开发边界', 20_000],
      ['maintained', '调入城镇开发边界', 18_000],
      ['maintained', '调入城镇开发边界', 225],
    ]);
  });

  it('pbf.quality: at poor land taken in and at good land given up', async () => {
    const found = await verdict('pbf.quality', (rows) => {
      rows.YJJBNTBHTB[6] = field(places.newField, 12, '4');
      rows.YJJBNTBHTB.splice(0, 1);
    });
    expect(found.status).toBe('fail');
    expect(pieces(found)).toEqual([
      ['filed', '调出的永久基本农田：耕地等别 5，备案平均 5.06', 1_000_000],
      ['maintained', '划入的永久基本农田：耕地等别 12，备案平均 5.06', 100_000],
      ['maintained', '划入的永久基本农田：坡度级别 4，备案平均 1.00', 100_000],
    ]);
  });

  it('pbf.quality: at ground taken in that is not cultivated', async () => {
    const found = await verdict('pbf.quality', (rows) => {
      rows.YJJBNTBHTB.push(field(box(900, 900, 100, 100)));
    });
    expect(found.status).toBe('fail');
    expect(pieces(found)).toEqual([['maintained', '划入永久基本农田的城镇住宅用地', 10_000]]);
  });

  it('zoning.follows-lines: at farmland that its zone leaves out', async () => {
    const found = await verdict('zoning.follows-lines', (rows) => {
      rows.GHFQ[5] = planZone('520', '一般农业区', box(1900, 0, 100, 1000));
      rows.YJJBNTBHTB.push(field(box(500, 1500, 100, 100)));
    });
    expect(found.status).toBe('fail');
    expect(pieces(found)).toEqual([
      ['maintained', '永久基本农田不在农田保护区内', 100_000],
      ['maintained', '永久基本农田不在农田保护区内', 10_000],
    ]);
  });
});
