import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../review.ts';
import { type MaintainedRows, planZone } from '../../testing/county.ts';
import { judged } from '../../testing/judged.ts';
import { box } from '../../testing/plans.ts';

const pieces = ({ evidence }: Verdict) =>
  evidence.map(({ side, label, planeArea }) => [side, label, Math.round(planeArea)]);
/** 农田保护区 of the last field, which `countyPlans` puts at the end of the rows. */
const lastField = (rows: MaintainedRows): number => rows.GHFQ.length - 1;

describe('zoning.coverage', () => {
  it('tells a gap, an overlap and what lies beyond the county apart, with the place of each', async () => {
    const found = await judged('zoning.coverage', {
      edit: (rows) => {
        rows.GHFQ[0] = planZone('410', '城镇集中建设区', box(0, 100, 1000, 900));
        rows.GHFQ.push(planZone('520', '一般农业区', box(2000, 0, 200, 100)));
        rows.GHFQ.push(planZone('520', '一般农业区', box(0, -50, 1000, 50)));
      },
    });
    expect(pieces(found)).toEqual([
      ['maintained', '没有规划分区的地：城镇集中建设区、一般农业区', 100_000],
      ['maintained', '规划分区超出县域：一般农业区', 50_000],
      ['maintained', '两个规划分区重叠：农田保护区、一般农业区', 20_000],
    ]);
    expect(found.details.map(({ measure }) => Math.round(measure.after! / 1000))).toEqual([100, 20, 50]);
    expect(found.explanation).toContain('没有分区 10.00 公顷（1 处）');
  });

  it('counts what is below the tolerance and judges by the rest', async () => {
    const found = await judged('zoning.coverage', {
      edit: (rows) => {
        rows.GHFQ[0] = planZone('410', '城镇集中建设区', box(0, 0.05, 1000, 999.95));
      },
    });
    expect(found.status).toBe('pass');
    expect(found.explanation).toContain('小于容差的 1 处');
  });
});

describe('zoning.transitions', () => {
  const toMine = (rows: MaintainedRows) => {
    rows.GHFQ[4] = planZone('700', '矿产能源发展区', ...rows.GHFQ[4]!.rings);
  };

  it('wants a reason for what must be explained, and takes a document that is named for it', async () => {
    const open = await judged('zoning.transitions', { edit: toMine });
    expect(open.status).toBe('undetermined');
    expect(open.reasons[0]).toContain('须说明理由');
    expect(pieces(open)).toEqual([['change', '新增矿产能源发展区须说明理由', 1_820_000]]);
    const document = '某批复〔2026〕1号';
    const named = await judged('zoning.transitions', {
      edit: toMine,
      targets: { basis: [{ layer: 'GHFQ', document }] },
    });
    expect(named.status).toBe('pass');
    expect(named.basis.map((basis) => basis.document)).toContain(document);
  });

  it('forbids what no document allows', async () => {
    const found = await judged('zoning.transitions', {
      edit: (rows) => {
        const last = lastField(rows);
        rows.GHFQ[last] = planZone('700', '矿产能源发展区', ...rows.GHFQ[last]!.rings);
      },
      targets: { basis: [{ layer: 'GHFQ', document: '某批复〔2026〕1号' }] },
    });
    expect(found.status).toBe('fail');
    expect(pieces(found)).toEqual([['change', '农田保护区不得转为矿产能源发展区', 4_000_000]]);
    const [largest] = found.tables[0]!.rows;
    expect(largest!.slice(0, 3)).toEqual(['农田保护区', '矿产能源发展区', 1]);
    expect(largest![4]).toBe('禁止：农田保护区不得转为矿产能源发展区');
  });

  it('does not decide on zones that nobody knows', async () => {
    const found = await judged('zoning.transitions', {
      edit: (rows) => {
        rows.GHFQ[4] = planZone('999', '某区', ...rows.GHFQ[4]!.rings);
      },
    });
    expect(found.status).toBe('undetermined');
    expect(found.reasons).toEqual(['182.00 公顷的分区名称和代码都不认识']);
  });
});

describe('zoning.dominant-function', () => {
  it('adds every zone up, before and after', async () => {
    const { tables, measure } = await judged('zoning.dominant-function');
    const plane = tables[0]!.rows.map(([zone, before, , after]) => [
      zone,
      Math.round(Number(before) / 1000),
      Math.round(Number(after) / 1000),
    ]);
    // 1,020,000 m² of town less 20,000 and more 18,000; the new field moves from 乡村发展区 to 农田保护区.
    expect(plane).toEqual([
      ['生态保护区', 10_000, 10_000],
      ['农田保护区', 15_999, 16_099],
      ['城镇发展区', 1_020, 1_018],
      ['乡村发展区', 2_100, 2_002],
      ['合计', 29_119, 29_119],
    ]);
    expect(measure.after).toBeCloseTo((1 - 138 / 29_120) * 100, 2);
  });

  it('fails where a zone vanishes, however small it was', async () => {
    const found = await judged('zoning.dominant-function', {
      edit: (rows) => {
        for (const [k, { attributes, rings }] of rows.GHFQ.entries()) {
          if (attributes?.GHFQDM === '410') rows.GHFQ[k] = planZone('520', '一般农业区', ...rings);
        }
      },
    });
    expect(found.status).toBe('fail');
    expect(found.explanation).toContain('城镇发展区维护后不再存在');
    expect(found.measure.after).toBeGreaterThan(95);
    expect(pieces(found)[0]).toEqual(['change', '城镇发展区变为乡村发展区', 1_000_000]);
  });
});

describe('nature.maintenance-or-revision', () => {
  it('names the head that is met, the rule behind it and the places', async () => {
    const found = await judged('nature.maintenance-or-revision', {
      edit: (rows) => {
        rows.GDBHMB.splice(0, 1);
      },
    });
    expect(found.explanation).toContain('突破约束性指标（“耕地保护目标不减少”不通过）');
    expect(pieces(found)).toEqual([['filed', '耕地保护目标不减少：调出耕地保护目标', 1_000_000]]);
    expect(found.tables[0]!.rows).toContainEqual([
      '突破约束性指标',
      expect.any(String),
      '耕地保护目标不减少',
      '触及',
    ]);
  });

  it('does not pass until somebody confirms what no database holds', async () => {
    const found = await judged('nature.maintenance-or-revision', { targets: { parameters: {} } });
    expect(found.status).toBe('undetermined');
    expect(found.parameters[0]).toMatchObject({ name: 'positioning', confidence: 'none' });
  });

  it('says what changed where it is maintenance', async () => {
    const found = await judged('nature.maintenance-or-revision');
    expect(found.status).toBe('pass');
    expect(found.explanation).toContain('变更限于 城镇开发边界、耕地保护目标、规划分区');
  });
});
