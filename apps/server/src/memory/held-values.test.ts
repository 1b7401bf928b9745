import { expect, it } from 'vitest';
import { HeldValues } from './held-values.ts';

const sized = (size: number) => ({ size });

it('makes a value once, however many ask for it', async () => {
  const held = new HeldValues<{ size: number }>(10, ({ size }) => size);
  let made = 0;
  const make = async () => {
    made++;
    return sized(1);
  };
  const [one, other] = await Promise.all([held.get('a', make), held.get('a', make)]);
  expect(one).toBe(other);
  expect(await held.get('a', make)).toBe(one);
  expect(made).toBe(1);
});

it('drops what was used longest ago, and tells of it', async () => {
  const dropped: string[] = [];
  const held = new HeldValues<{ size: number }>(
    10,
    ({ size }) => size,
    (key) => dropped.push(key),
  );
  const four = async () => sized(4);
  await held.get('a', four);
  await held.get('b', four);
  await held.get('a', four);
  await held.get('c', four);
  expect(dropped).toEqual(['b']);
});

it('does not remember a rejection', async () => {
  const held = new HeldValues<{ size: number }>(10, ({ size }) => size);
  await expect(held.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await held.get('a', async () => sized(1))).toEqual({ size: 1 });
});
