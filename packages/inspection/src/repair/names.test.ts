import { expect, it } from 'vitest';
import { box, deliveredLayer } from '../testing/delivery.ts';
import { repaired, textsOf } from '../testing/repaired.ts';

function layerOf(code: string, pairs: readonly (readonly [string, string | null])[]) {
  const [codeField, nameField] = {
    DLTB: ['DLBM', 'DLMC'],
    GHYDYH: ['YDYHFLDM', 'YDYHFLMC'],
    GHFQ: ['GHFQDM', 'GHFQMC'],
  }[code]!;
  return deliveredLayer(
    code,
    pairs.map(([value, name], k) => ({
      ring: box(200 * k, 0, 100),
      values: { [codeField!]: value, [nameField!]: name },
    })),
  );
}

const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

it('writes the name of the code over another one', async () => {
  const { log, layer } = await repaired(
    layerOf('DLTB', [...times(9, ['0103', '旱地'] as const), ['0101', '旱地']]),
  );
  expect(textsOf(layer('DLTB'), 'DLMC').at(-1)).toBe('水田');
  expect(log.edits).toMatchObject([
    { kind: 'name-by-code', row: 10, attribute: 'DLMC', before: '旱地', after: '水田' },
  ]);
});

it('leaves empty names, blanks within names and garbled text', async () => {
  const { log } = await repaired(
    layerOf('DLTB', [
      ['0103', '旱 地'],
      ['0103', null],
      // 旱地 in GBK, read as Latin-1.
      ['0103', 'ºµµØ'],
      ...times(20, ['0103', '旱地'] as const),
    ]),
  );
  expect([...log.edits, ...log.refused]).toEqual([]);
});

it('reads land use by the edition of the layer, and asks where a name is of the other one', async () => {
  const old = await repaired(layerOf('GHYDYH', times(20, ['0602', '种植设施建设用地'] as const)));
  expect([...old.log.edits, ...old.log.refused]).toEqual([]);
  const mixed = await repaired(
    layerOf('GHYDYH', [
      ['0602', '种植设施建设用地'],
      ['0701', '乱写'],
      ...times(40, ['0602', '设施农用地'] as const),
    ]),
  );
  expect(mixed.log.edits).toMatchObject([{ row: 2, after: '城镇住宅用地' }]);
  expect(mixed.log.refused).toMatchObject([
    { kind: 'name-by-code', row: 1, reason: expect.stringContaining('2020 年版') },
  ]);
});

it('asks where a zone has the name of another, and where most of a layer does not fit', async () => {
  const zones = await repaired(
    layerOf('GHFQ', [['520', '林业发展区'], ['520', '农业区'], ...times(20, ['520', '一般农业区'] as const)]),
  );
  expect(zones.log.edits).toMatchObject([{ row: 2, after: '一般农业区' }]);
  expect(zones.log.refused).toMatchObject([{ kind: 'name-by-code', row: 1 }]);
  const whole = await repaired(
    layerOf('DLTB', [...times(3, ['0103', '水田'] as const), ...times(3, ['0103', '旱地'] as const)]),
  );
  expect(whole.log.edits).toEqual([]);
  expect(whole.log.refused).toHaveLength(3);
});
