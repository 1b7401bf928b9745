import { describe, expect, it } from 'vitest';
import { layerSpec, resolveField } from '../layer-spec.ts';
import { zoneClass, zoneClasses, zoneFamily } from './zoning.ts';

const zones = zoneClasses();

describe('planning zones', () => {
  it('are 7 of the first level and 21 below, every number and every name once', () => {
    expect(zones.filter(({ parent }) => parent === null)).toHaveLength(7);
    expect(zones).toHaveLength(28);
    expect(new Set(zones.map(({ code }) => code)).size).toBe(28);
    expect(new Set(zones.map(({ name }) => name)).size).toBe(28);
  });

  it('have a parent of the same family', () => {
    for (const { parent, family } of zones) {
      if (parent !== null) expect(zoneClass(parent)?.family).toBe(family);
    }
    expect(zoneClass('411')?.parent).toBe('410');
    expect(zoneClass('430')?.parent).toBe('400');
  });

  it('fit the field of three characters', () => {
    const ghfq = layerSpec('GHFQ');
    expect(ghfq && resolveField(ghfq, 'GHFQDM')?.length).toBe(3);
    for (const { code } of zones) expect(code).toMatch(/^\d{3}$/);
  });

  it('are surer of names than of numbers', () => {
    for (const zone of zones) {
      expect(zone).toMatchObject({
        confidence: 'memory-high',
        codeProvenance: { confidence: 'memory-medium' },
      });
    }
  });

  it('are found by number and by name', () => {
    expect(zoneClass('300')).toBe(zoneClass(' 农田保护区 '));
    expect(zoneClass('01')).toBeUndefined();
    expect(zoneClass('')).toBeUndefined();
  });
});

describe('zoneFamily', () => {
  it.each([
    ['100', '生态保护区', 'ecological-protection'],
    [null, '生态控制区', 'ecological-control'],
    ['300', null, 'farmland-protection'],
    [null, '城镇集中建设区', 'urban'],
    [null, '居住生活区', 'urban'],
    [null, '特别用途区', 'urban'],
    ['520', '一般农业区', 'rural'],
    [null, '渔业用海区', 'marine'],
    ['700', '', 'mineral-energy'],
  ])('of %j %j is %s', (code, name, family) => {
    expect(zoneFamily(code, name)).toBe(family);
  });

  it('follows the name where the number says otherwise', () => {
    expect(zoneFamily('400', '农田保护区')).toBe('farmland-protection');
  });

  it('follows the number where the name is unknown', () => {
    expect(zoneFamily('400', '某某功能区')).toBe('urban');
  });

  it('is undefined where neither is known: 01 is no zone (standards.md §10)', () => {
    expect(zoneFamily('01', null)).toBeUndefined();
    expect(zoneFamily(null, null)).toBeUndefined();
    expect(zoneFamily('', '')).toBeUndefined();
  });
});
