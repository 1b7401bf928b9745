import { describe, expect, it } from 'vitest';
import { landUseClasses } from './land-use.ts';
import { isConstructionGroup, landUseGroup } from './land-use-groups.ts';

describe('landUseGroup', () => {
  it.each([
    ['0101', 2023, 'agricultural'],
    ['060102', 2023, 'agriculturalFacilities'],
    ['060102', 2020, 'townOrVillage'],
    ['070101', 2023, 'town'],
    ['0703', 2023, 'village'],
    ['07', 2023, 'townOrVillage'],
    ['100102', 2023, 'townOrVillage'],
    ['1002', 2023, 'otherConstruction'],
    ['1202', 2023, 'infrastructure'],
    ['1312', 2023, 'townOrVillage'],
    ['1312', 2020, 'infrastructure'],
    ['2301', 2023, 'village'],
    ['2202', 2023, 'sea'],
  ] as const)('%s of %d is %s', (code, year, group) => {
    expect(landUseGroup(code, year)?.group).toBe(group);
  });

  it('knows no group where the classes below belong to several, and none for what is no class', () => {
    for (const code of ['10', '12', '13', '23', '99', '0299', '']) {
      expect(landUseGroup(code, 2023)).toBeUndefined();
    }
  });

  it('knows a group for every class of either edition without classes below it', () => {
    for (const year of [2020, 2023] as const) {
      const classes = landUseClasses(year);
      const leaves = classes.filter(({ code }) => !classes.some(({ parent }) => parent === code));
      for (const { code } of leaves) expect(landUseGroup(code, year), `${code} of ${year}`).toBeDefined();
    }
  });
});

it('counts farm facilities as no construction', () => {
  expect(isConstructionGroup('agriculturalFacilities')).toBe(false);
  expect(isConstructionGroup('village')).toBe(true);
});
