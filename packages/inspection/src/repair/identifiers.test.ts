import type { DeliveredLayer, LayerPart } from '@tuheng/standard';
import { expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';
import { repaired, textsOf } from '../testing/repaired.ts';

function numbered(
  code: string,
  bsm: readonly (string | null)[],
  xzqdm: string | null = '230898',
  part: LayerPart = 'plan',
): DeliveredLayer {
  const layer = deliveredLayer(
    code,
    bsm.map((_, k) => ({ ring: box(200 * k, 0, 100), values: { XZQDM: xzqdm } })),
    {},
    part,
  );
  return { ...layer, columns: new Map(layer.columns).set('BSM', { kind: 'text', values: [...bsm] }) };
}

it('lets the first holder keep a number, through all layers, and goes on after the largest', async () => {
  const { log, layer } = await repaired(
    numbered('GHFQ', ['230898000000000009', '230898000000000003', '230898000000000009']),
    numbered('HLFXKZX', ['230898000000000003', null, '2308']),
  );
  expect(textsOf(layer('GHFQ'), 'BSM')).toEqual([
    '230898000000000009',
    '230898000000000003',
    '230898000000000010',
  ]);
  expect(textsOf(layer('HLFXKZX'), 'BSM')).toEqual([
    '230898000000000011',
    '230898000000000012',
    '230898000000000013',
  ]);
  expect(log.edits.filter(({ kind }) => kind === 'bsm')).toHaveLength(4);
});

it('leaves eighteen characters that are no digits: nobody found them wrong', async () => {
  const own = '230898GH0000000001';
  const { log, layer } = await repaired(numbered('GHFQ', [own]));
  expect(textsOf(layer('GHFQ'), 'BSM')).toEqual([own]);
  expect(log.edits).toEqual([]);
});

it('numbers a layer in which all numbers are missing', async () => {
  const { layer } = await repaired(numbered('GHFQ', [null, '', ' ']));
  expect(textsOf(layer('GHFQ'), 'BSM')).toEqual([
    '230898000000000001',
    '230898000000000002',
    '230898000000000003',
  ]);
});

it('asks where there is no room for a number', async () => {
  const { log } = await repaired(numbered('GHFQ', ['230898000099999999', null]));
  expect(log.refused).toMatchObject([{ kind: 'bsm', row: 2 }]);
});

it('numbers anew what begins with another region', async () => {
  const { log, layer } = await repaired(
    numbered('GHFQ', ['230898000000000001', '230899000000000002', '230898000000000003']),
  );
  expect(textsOf(layer('GHFQ'), 'BSM')).toEqual([
    '230898000000000001',
    '230898000000000004',
    '230898000000000003',
  ]);
  expect(log.edits).toMatchObject([
    { kind: 'bsm', row: 2, before: '230899000000000002', after: '230898000000000004' },
  ]);
});

it('keeps the numbers of a layer that mostly have another region: the layer may be the wrong one', async () => {
  const other = ['230899000000000001', '230899000000000002', '230899000000000002', '230898000000000003'];
  const { log, layer } = await repaired(
    numbered('GHFQ', other),
    numbered('HLFXKZX', ['230898000000000011', '230898000000000012', '230899000000000001']),
  );
  expect(textsOf(layer('GHFQ'), 'BSM')).toEqual(other);
  expect(log.refused.map(({ kind, layer: code, row }) => [kind, code, row])).toEqual([
    ['bsm', 'GHFQ', 1],
    ['bsm', 'GHFQ', 2],
    ['bsm', 'GHFQ', 3],
  ]);
  expect(log.refused[0]!.reason).toContain('大多不以行政区代码 230898 开头');
  expect(textsOf(layer('HLFXKZX'), 'BSM').at(-1)).toBe('230898000000000013');
});

it.each([
  ['plan', ['230898000000000001', '2308', '230899000000000002', '230898000000000001', '230898000000000007']],
  ['change', ['230898000000000001', '230898000100000002', '230898000000000001', '230898000000000007']],
] as const)('writes what A-05 finds nothing in any more (%s)', async (part, bsm) => {
  const source = numbered('GHFQ', bsm, '230898', part);
  const before = await inspectBy('A-05', deliveryOf(source));
  expect(before.findings.map(({ suggestion }) => suggestion)).toEqual(
    before.findings.map(() => '重新编号（tuheng inspect --fix）。'),
  );
  const { log, layer } = await repaired(source);
  expect(log.edits.filter(({ kind }) => kind === 'bsm').map(({ row }) => row)).toEqual(
    before.findings.map(({ row }) => row).sort(),
  );
  const after = numbered('GHFQ', textsOf(layer(source.code), 'BSM'), '230898', part);
  expect(await inspectBy('A-05', deliveryOf(after))).toMatchObject({ status: 'passed', findings: [] });
});
