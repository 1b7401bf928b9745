import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter } from './byte-writer.ts';

function written(value: number, decimals: number): string {
  const writer = new ByteWriter(1);
  writer.decimal(value, decimals);
  return writer.take().toString();
}

test('numbers are rounded to their decimals and carry no zeros at the end', () => {
  expect(written(44_500_000.12345, 4)).toBe('44500000.1235');
  expect(written(130.1, 9)).toBe('130.1');
  expect(written(-0.000_000_000_4, 9)).toBe('0');
  expect(written(-7.05, 4)).toBe('-7.05');
  expect(written(9.999_999_999_9, 9)).toBe('10');
  expect(written(123, 0)).toBe('123');
  expect(Number(written(-1.5e300, 4))).toBe(-1.5e300);
});

test('a number of up to nine decimals reads back as what was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -180e9, max: 180e9 }), (n) => {
      expect(Number(written(n / 1e9, 9))).toBe(n / 1e9 + 0);
    }),
  );
});

test('what was taken stays as it is when more is written', () => {
  const writer = new ByteWriter(2);
  writer.text('规划');
  const first = writer.take();
  writer.text('ab');
  writer.byte(33);
  writer.bytes(Buffer.from('cd'));
  expect([first.toString(), writer.length, writer.take().toString()]).toEqual(['规划', 5, 'ab!cd']);
});
