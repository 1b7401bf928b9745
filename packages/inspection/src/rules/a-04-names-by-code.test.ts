import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy, type TestFeature } from '../testing/delivery.ts';

function rows(...values: NonNullable<TestFeature['values']>[]): TestFeature[] {
  return values.map((of, i) => ({ ring: box(100 * i, 0, 100), values: of }));
}

const latin1 = (text: string): string => String.fromCharCode(...gbk(text));

/** 演示 and 旱地 in GBK. */
function gbk(text: string): number[] {
  const bytes: Readonly<Record<string, number[]>> = {
    演: [0xd1, 0xdd],
    示: [0xca, 0xbe],
    县: [0xcf, 0xd8],
    旱: [0xba, 0xb5],
    地: [0xb5, 0xd8],
  };
  return [...text].flatMap((character) => bytes[character]!);
}

describe('A-04 names by code', () => {
  it('passes names of their codes, whatever the blanks', async () => {
    const delivery = deliveryOf(
      deliveredLayer('DLTB', rows({ DLBM: '0103', DLMC: '旱 地' }, { DLBM: '0199', DLMC: '乱写' })),
      deliveredLayer('GHFQ', rows({ GHFQDM: '300', GHFQMC: '农田保护区', XZQDM: '230898', XZQMC: '演示县' })),
      deliveredLayer(
        'GHYDYH',
        rows({ YDYHFLDM: '0602', YDYHFLMC: '设施农用地' }, { YDYHFLDM: '07', YDYHFLMC: null }),
      ),
    );
    expect(await inspectBy('A-04', delivery)).toMatchObject({
      status: 'passed',
      findings: [],
      systematic: [],
    });
  });

  it('finds a name of another code at its row', async () => {
    const layer = deliveredLayer(
      'DLTB',
      rows({ DLBM: '0103', DLMC: '旱地' }, { DLBM: '0103', DLMC: '水田' }),
    );
    const { status, findings } = await inspectBy('A-04', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      {
        row: 2,
        bsm: '230898000000000002',
        attribute: 'DLMC',
        severity: 'error',
        message: 'DLBM 是 0103（旱地），DLMC 却是“水田”。',
      },
    ]);
  });

  it('reads land use by the edition the layer is coded in', async () => {
    const layer = deliveredLayer(
      'GHYDYH',
      rows(
        { YDYHFLDM: '0204', YDYHFLMC: '其他园地' },
        { YDYHFLDM: '0602', YDYHFLMC: '种植设施建设用地' },
        { YDYHFLDM: '2303', YDYHFLMC: '田间道' },
      ),
    );
    expect((await inspectBy('A-04', deliveryOf(layer))).findings).toEqual([]);
    const mostly = deliveredLayer(
      'GHYDYH',
      rows(
        ...Array.from({ length: 30 }, (_, i) => ({
          YDYHFLDM: '2303',
          YDYHFLMC: i === 29 ? '田坎' : '田间道',
        })),
      ),
    );
    expect((await inspectBy('A-04', deliveryOf(mostly))).findings).toMatchObject([{ row: 30 }]);
  });

  it('warns of zones, whose numbers are unverified, and finds the odd name of a region across layers', async () => {
    const region = { XZQDM: '230898', XZQMC: '演示县' };
    const delivery = deliveryOf(
      deliveredLayer('CZKFBJ', rows(region, region)),
      deliveredLayer('GHFQ', rows({ GHFQDM: '300', GHFQMC: '生态保护区', ...region, XZQMC: '演示市' })),
    );
    const { findings } = await inspectBy('A-04', delivery);
    expect(findings.map(({ layer, attribute, severity }) => [layer, attribute, severity])).toEqual([
      ['GHFQ', 'GHFQMC', 'warning'],
      ['GHFQ', 'XZQMC', 'error'],
    ]);
  });

  it('tells text in the wrong encoding once a field, and no wrong name besides', async () => {
    const layer = deliveredLayer(
      'DLTB',
      rows(
        { DLBM: '0103', DLMC: latin1('旱地') },
        { DLBM: '0101', DLMC: latin1('旱地') },
        { DLBM: '0103', DLMC: '旱地' },
      ),
    );
    const { status, findings, systematic } = await inspectBy('A-04', deliveryOf(layer));
    expect(status).toBe('failed');
    expect(findings).toEqual([]);
    expect(systematic).toMatchObject([{ cause: 'text.gbk-as-latin1', attribute: 'DLMC', count: 2 }]);
    expect(systematic[0]!.examples[0]!.message).toBe(`“${latin1('旱地')}”应为“旱地”。`);
  });

  it('is not run without names', async () => {
    const layer = deliveredLayer('GHFQ', rows({ GHFQDM: '300' }));
    const { status, reason } = await inspectBy('A-04', deliveryOf(layer));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: 'GHFQ：没有名称字段。' });
  });
});
