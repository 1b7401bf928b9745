import { allLayerSpecs } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { firstScene, groupOf, withLayer } from './layer-groups.ts';

describe('the catalogue', () => {
  it('has a place for every layer of the standard, none of them in an empty part', () => {
    const groups = new Set(allLayerSpecs().map(({ code }) => groupOf(code)));
    expect([...groups].sort()).toEqual(['managed', 'planned', 'present']);
    expect(groupOf('DLTB')).toBe('present');
    expect(groupOf('GHFQ')).toBe('planned');
    expect(groupOf('ZXCQCSLX')).toBe('managed');
    expect(groupOf('CZKFBJ')).toBe('managed');
  });

  it('begins with ground below and lines above', () => {
    expect(firstScene(['CZKFBJ', 'DLTB', 'GHFQ', 'XZQ', 'STBHHX'])).toEqual([
      'GHFQ',
      'STBHHX',
      'CZKFBJ',
      'XZQ',
    ]);
    expect(firstScene(['DLTB'])).toEqual(['DLTB']);
  });

  it('puts ground below the lines when it is switched on', () => {
    const layers = [{ code: 'GHFQ' }, { code: 'CZKFBJ' }];
    expect(withLayer(layers, { code: 'YDYHGHFQ' }).map(({ code }) => code)).toEqual([
      'GHFQ',
      'YDYHGHFQ',
      'CZKFBJ',
    ]);
    expect(withLayer(layers, { code: 'KFQ' }).map(({ code }) => code)).toEqual(['GHFQ', 'CZKFBJ', 'KFQ']);
  });
});
