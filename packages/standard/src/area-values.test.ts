import { expect, it } from 'vitest';
import { areaValues } from './area-values.ts';
import { layerSpec } from './layer-spec.ts';

it('gives gross and net areas that add up with the deduction', () => {
  expect(areaValues(layerSpec('DLTB')!, 1234.567, 0.1)).toEqual([
    ['TBMJ', 1234.57],
    ['TBDLMJ', 1111.11],
    ['KCMJ', 123.46],
  ]);
});

it('knows no deduction where a layer has no net area', () => {
  expect(areaValues(layerSpec('GHFQ')!, 99.999, 0.5)).toEqual([['MJ', 100]]);
});
