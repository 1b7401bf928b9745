import { expect, it } from 'vitest';
import { newPassword } from './new-password.ts';

it('is sixteen letters in groups of four, another each time', () => {
  const made = new Set(Array.from({ length: 200 }, () => newPassword()));
  expect(made.size).toBe(200);
  for (const password of made) expect(password).toMatch(/^([a-zA-Z2-9]{4}-){3}[a-zA-Z2-9]{4}$/);
});

it('asks for more bytes where some would make letters unequally likely', () => {
  let round = 0;
  const password = newPassword((bytes) => bytes.fill(round++ === 0 ? 255 : 0));
  expect(round).toBe(2);
  expect(password).toBe('aaaa-aaaa-aaaa-aaaa');
});
