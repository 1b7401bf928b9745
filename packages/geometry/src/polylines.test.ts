import { describe, expect, it } from 'vitest';
import { lineCount, PolylinesBuilder } from './polylines.ts';
import { reprojectPolylines } from './reproject.ts';

describe('PolylinesBuilder', () => {
  it('keeps parts and features, empty ones too, and no part of one vertex', () => {
    const builder = new PolylinesBuilder();
    builder.addPart([0, 0, 1, 0, 1, 1]);
    builder.addPart([5, 5]);
    builder.addPart([9, 9, 2, 2, 3, 3, 9, 9], 1, 3);
    expect(builder.endFeature()).toBe(0);
    expect(builder.endFeature()).toBe(1);
    const lines = builder.build();
    expect(lineCount(lines)).toBe(2);
    expect([...lines.start]).toEqual([0, 3, 5]);
    expect([...lines.featureStart]).toEqual([0, 2, 2]);
    expect([...lines.xy]).toEqual([0, 0, 1, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('goes to another plane and back', () => {
    const zone44 = { kind: 'gauss-kruger', centralMeridian: 132, falseEasting: 44_500_000 } as const;
    const geographic = { kind: 'geographic', centralMeridian: 0, falseEasting: 0 } as const;
    const builder = new PolylinesBuilder();
    builder.addPart([44_500_000, 5_200_000, 44_501_000, 5_200_500]);
    builder.endFeature();
    const lines = builder.build();
    const there = reprojectPolylines(lines, zone44, geographic);
    expect(there.xy[0]).toBeCloseTo(132, 9);
    const back = reprojectPolylines(there, geographic, zone44);
    for (const [i, value] of back.xy.entries()) expect(value).toBeCloseTo(lines.xy[i]!, 3);
    expect(reprojectPolylines(lines, zone44, zone44)).toBe(lines);
  });
});
