import { describe, expect, it } from 'vitest';
import { allCrs, crsOf, zoneOf } from './crs.ts';

describe('crs', () => {
  it('holds the geographic system and 21 zones with and without prefix', () => {
    expect(allCrs()).toHaveLength(1 + 21 + 21);
    expect(new Set(allCrs().map(({ epsg }) => epsg)).size).toBe(43);
    expect(crsOf(4490)).toMatchObject({ kind: 'geographic', confidence: 'found' });
  });

  it('numbers the zones as standards.md §2.7 does', () => {
    expect(crsOf(4513)).toMatchObject({ zone: 25, centralMeridian: 75, falseEasting: 25_500_000 });
    expect(crsOf(4533)).toMatchObject({ zone: 45, centralMeridian: 135, falseEasting: 45_500_000 });
    expect(crsOf(4534)).toMatchObject({ zone: 25, centralMeridian: 75, falseEasting: 500_000 });
    expect(crsOf(4554)).toMatchObject({ zone: 45, centralMeridian: 135, falseEasting: 500_000 });
    expect(crsOf(4512)).toBeUndefined();
    expect(crsOf(4555)).toBeUndefined();
  });

  it('puts 富锦 into zone 44: EPSG 4532 with prefix, 4553 without', () => {
    expect(zoneOf(132.0)).toBe(44);
    expect(crsOf(4532)).toMatchObject({ zone: 44, centralMeridian: 132, falseEasting: 44_500_000 });
    expect(crsOf(4553)).toMatchObject({ zone: 44, centralMeridian: 132, falseEasting: 500_000 });
  });

  it('changes zone at the edge, 1.5° from the central meridian', () => {
    expect(zoneOf(130.4999)).toBe(43);
    expect(zoneOf(130.5)).toBe(44);
    expect(zoneOf(133.4999)).toBe(44);
    expect(zoneOf(133.5)).toBe(45);
  });
});
