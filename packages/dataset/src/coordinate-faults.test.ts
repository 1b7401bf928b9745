import { type Crs, crsOf, type Layer } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { refuseCoordinateFaults } from './coordinate-faults.ts';
import type { DatasetError } from './errors.ts';
import { geographic, plain132, polygonsOf, square, zone44 } from './testing/samples.ts';

function layer(crs: Crs, x: number, y: number, side: number, code = 'CZKFBJ'): Layer {
  const polygons = polygonsOf([[[square(x, y, side)]]]);
  return { code, sourceName: code, crs, polygons, columns: new Map() };
}

function fault(...layers: Layer[]): DatasetError | undefined {
  try {
    refuseCoordinateFaults(layers, 'a.gdb');
    return undefined;
  } catch (error) {
    return error as DatasetError;
  }
}

describe('refuseCoordinateFaults', () => {
  it.each([
    ['prefixed', zone44, 44_560_000, 5_200_000, 40_000],
    ['plain', plain132, 560_000, 5_200_000, 40_000],
    ['degrees', geographic, 131.5, 46.9, 1],
    ['in the next zone, as a prefecture does', zone44, 44_700_000, 5_200_000, 40_000],
    ['in the far south', crsOf(4547)!, 500_000, 400_000, 1000],
  ] as const)('finds nothing in good coordinates: %s', (_, crs, x, y, side) => {
    expect(fault(layer(crs, x, y, side))).toBeUndefined();
  });

  it.each([
    ['dataset.swapped-axes', 'degrees', geographic, 46.9, 131.5, 1],
    ['dataset.swapped-axes', 'with prefix', zone44, 5_200_000, 44_560_000, 40_000],
    ['dataset.swapped-axes', 'without prefix', plain132, 5_200_000, 560_000, 40_000],
    ['dataset.swapped-axes', 'prefix declared, none there', zone44, 5_200_000, 560_000, 40_000],
    ['dataset.zone-prefix-missing', '', zone44, 560_000, 5_200_000, 40_000],
    ['dataset.zone-prefix-unexpected', '', plain132, 44_560_000, 5_200_000, 40_000],
    ['dataset.degrees-as-metres', '', zone44, 131.5, 46.9, 1],
    ['dataset.degrees-as-metres', 'swapped too', plain132, 46.9, 131.5, 1],
    ['dataset.metres-as-degrees', '', geographic, 44_560_000, 5_200_000, 40_000],
    ['dataset.zone-mismatch', 'another 3° zone', zone44, 43_560_000, 5_200_000, 40_000],
    ['dataset.zone-mismatch', 'a 6° zone', plain132, 22_560_000, 5_200_000, 40_000],
    ['dataset.zone-mismatch', 'far from the meridian', plain132, 950_000, 5_200_000, 1000],
    ['dataset.out-of-range', 'degrees', geographic, -87, 41, 1],
    ['dataset.out-of-range', 'metres', plain132, 500_000, -30_000, 1000],
  ] as const)('names %s %s', (code, _, crs, x, y, side) => {
    expect(fault(layer(crs, x, y, side))?.code).toBe(code);
  });

  it('names a fault once with all its layers', () => {
    const error = fault(
      layer(zone44, 560_000, 5_200_000, 10, 'CZKFBJ'),
      layer(zone44, 560_000, 5_200_000, 10, 'STBHHX'),
    );
    expect(error?.where).toBe('a.gdb 图层 CZKFBJ、STBHHX');
    expect(error?.message).toContain('东坐标应以 44 开头');
  });

  it('refuses coordinates that are no numbers, with their count', () => {
    const good = layer(zone44, 44_560_000, 5_200_000, 10);
    good.polygons.xy[2] = Number.NaN;
    good.polygons.xy[5] = Number.POSITIVE_INFINITY;
    const error = fault(good);
    expect(error?.code).toBe('dataset.not-finite');
    expect(error?.message).toContain('2 个顶点');
  });

  it('leaves one stray vertex to inspection, and an empty layer alone', () => {
    const stray = layer(zone44, 44_560_000, 5_200_000, 40_000);
    stray.polygons.xy[2] = 0;
    expect(fault(stray)).toBeUndefined();
    expect(fault({ ...stray, polygons: polygonsOf([[]]) })).toBeUndefined();
  });
});
