import { expect, it } from 'vitest';
import { amount, millimetres } from './amount.ts';

it('never tells what is small as nothing', () => {
  expect(`相差${millimetres(0.00035)}`).toBe('相差 0.35 mm');
  expect(`相差${millimetres(0.00001)}`).toBe('相差 0.01 mm');
  expect(`相差${millimetres(0.000009999)}`).toBe('相差不足 0.01 mm');
  expect(`相差${millimetres(1e-12)}`).toBe('相差不足 0.01 mm');
  expect(`超出${amount(0.3, 0, 'm')}`).toBe('超出不足 1 m');
});

it('has no blank at the end where there is no unit', () => {
  expect(`相差${amount(1.5, 2, '')}。`).toBe('相差 1.50。');
});
