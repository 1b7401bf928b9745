import { describe, expect, it } from 'vitest';
import { CGCS2000 } from './crs.ts';
import { type Column, type Layer, numberAt, textAt } from './layer.ts';

/** The accessors read columns only, so the shapes may be missing. */
function layer(columns: Record<string, Column>): Layer {
  const empty = {
    coordinates: new Float64Array(),
    ringStart: Uint32Array.of(0),
    partStart: Uint32Array.of(0),
    featureStart: Uint32Array.of(0),
  };
  return {
    code: 'DLTB',
    sourceName: 'DLTB',
    crs: CGCS2000,
    polygons: empty as unknown as Layer['polygons'],
    columns: new Map(Object.entries(columns)),
  };
}

describe('textAt and numberAt', () => {
  const dltb = layer({
    DLBM: { kind: 'text', values: ['0101', null, ' ', '12.5', 'x'] },
    TBMJ: { kind: 'number', values: Float64Array.of(12.5, Number.NaN, 0, 3, 4) },
  });

  it('read their own kind', () => {
    expect(textAt(dltb, 'DLBM', 0)).toBe('0101');
    expect(numberAt(dltb, 'TBMJ', 0)).toBe(12.5);
    expect(numberAt(dltb, 'TBMJ', 2)).toBe(0);
  });

  it('read the other kind where it has a reading', () => {
    expect(textAt(dltb, 'TBMJ', 0)).toBe('12.5');
    expect(numberAt(dltb, 'DLBM', 3)).toBe(12.5);
    expect(numberAt(dltb, 'DLBM', 4)).toBeNaN();
  });

  it('tell an empty value from zero', () => {
    expect(textAt(dltb, 'DLBM', 1)).toBeNull();
    expect(textAt(dltb, 'TBMJ', 1)).toBeNull();
    expect(numberAt(dltb, 'TBMJ', 1)).toBeNaN();
    expect(numberAt(dltb, 'DLBM', 1)).toBeNaN();
    expect(numberAt(dltb, 'DLBM', 2)).toBeNaN();
  });

  it('answer a missing column and a row beyond the end', () => {
    expect(textAt(dltb, 'BZ', 0)).toBeNull();
    expect(numberAt(dltb, 'BZ', 0)).toBeNaN();
    expect(textAt(dltb, 'DLBM', 9)).toBeNull();
    expect(numberAt(dltb, 'TBMJ', 9)).toBeNaN();
  });
});
