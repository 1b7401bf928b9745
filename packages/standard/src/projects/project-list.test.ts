import { describe, expect, it } from 'vitest';
import { layerSpec } from '../layer-spec.ts';
import { projectColumns } from './project-columns.ts';
import { projectLevel, projectSiting } from './project-list.ts';

describe('the list of key projects', () => {
  it('has the columns of its layer', () => {
    const fields = new Map(layerSpec('ZDJSXM')!.fields.map(({ name, title }) => [name, title]));
    for (const { field, title } of projectColumns) expect(fields.get(field)).toBe(title);
  });

  it.each([
    ['国家级', 'national'],
    ['国', 'national'],
    ['省级重点项目', 'provincial'],
    ['市', 'city'],
    ['县级', 'county'],
    ['重要', undefined],
    [null, undefined],
  ])('%s is of level %s', (text, level) => {
    expect(projectLevel(text)).toBe(level);
  });

  it.each([
    ['单独选址', 'separate'],
    ['边界外独立城镇建设用地', 'independentUrban'],
    ['单独选址或独立城镇建设用地', undefined],
    ['边界内', undefined],
    [null, undefined],
  ])('%s is sited %s', (text, siting) => {
    expect(projectSiting(text)).toBe(siting);
  });
});
