import type { DeliveredLayer } from '@tuheng/standard';
import { expect, it } from 'vitest';
import { box, deliveredLayer } from '../testing/delivery.ts';
import { repaired, textsOf } from '../testing/repaired.ts';

function numbered(
  code: string,
  bsm: readonly (string | null)[],
  xzqdm: string | null = '230898',
): DeliveredLayer {
  const layer = deliveredLayer(
    code,
    bsm.map((_, k) => ({ ring: box(200 * k, 0, 100), values: { XZQDM: xzqdm } })),
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
