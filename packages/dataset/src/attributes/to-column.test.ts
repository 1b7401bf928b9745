import { layerSpec, resolveField } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { toColumn } from './to-column.ts';

const field = (layer: string, name: string) => resolveField(layerSpec(layer)!, name);

describe('toColumn', () => {
  it('normalises codes and keeps what the file said', () => {
    const raw = { kind: 'text' as const, values: ['230899000000', '230899', null] };
    expect(toColumn(raw, field('CZKFBJ', 'XZQDM'))).toMatchObject({
      column: { kind: 'text', values: ['230899', '230899', null], raw: ['230899000000', '230899', null] },
      normalised: 1,
    });
  });

  it('normalises land-use codes', () => {
    const raw = { kind: 'text' as const, values: ['070100', '010000'] };
    expect(toColumn(raw, field('ZXCQGHYDYH', 'YDYHFLDM')).column.values).toEqual(['0701', '01']);
  });

  it('keeps no raw values where nothing differs', () => {
    const { column } = toColumn({ kind: 'text', values: ['230899'] }, field('CZKFBJ', 'XZQDM'));
    expect(column).not.toHaveProperty('raw');
  });

  it('reads numbers that came as text, and leaves the column alone where one is none', () => {
    const area = field('CZKFBJ', 'MJ');
    expect(toColumn({ kind: 'text', values: ['1.5', ' ', null] }, area).column).toEqual({
      kind: 'number',
      values: Float64Array.of(1.5, Number.NaN, Number.NaN),
    });
    const failed = toColumn({ kind: 'text', values: ['1.5', '约 2'] }, area);
    expect(failed).toMatchObject({ notNumeric: 1, column: { kind: 'text', values: ['1.5', '约 2'] } });
  });
});
