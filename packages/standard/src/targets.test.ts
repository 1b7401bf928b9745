import { describe, expect, it } from 'vitest';
import { parseTargets, TargetsError, targetRounding, targetValue } from './targets.ts';

const file = (content: object): string => JSON.stringify({ schema: 'tuheng.targets/1', ...content });
const redLine = { value: 80181.07, unit: 'ha', source: '方案' };

describe('parseTargets', () => {
  it('reads figures in the units of plans', () => {
    const { targets } = parseTargets(file({ targets: { ecologicalRedLine: redLine } }), 'targets.json');
    expect(targetValue(targets!.ecologicalRedLine!)).toBeCloseTo(801_810_700, 3);
    expect(targetRounding(targets!.ecologicalRedLine!)).toBeCloseTo(50, 6);
    expect(targetValue({ value: 1, unit: '万亩', source: '' })).toBeCloseTo(6_666_666.67, 1);
    expect(targetValue({ value: 1.3, unit: '倍', source: '' })).toBe(1.3);
  });

  it.each([
    ['not JSON', '{'],
    ['no schema', '{}'],
    ['a negative figure', file({ targets: { ecologicalRedLine: { ...redLine, value: -1 } } })],
    ['an unknown unit', file({ targets: { ecologicalRedLine: { ...redLine, unit: '顷' } } })],
    ['a multiple in hectares', file({ targets: { expansionMultiple: redLine } })],
    ['a figure without source', file({ targets: { ecologicalRedLine: { value: 1, unit: 'ha' } } })],
    [
      'a parameter without source',
      file({ parameters: { 'udb.fragments.minimumArea': { value: 1, unit: 'm²' } } }),
    ],
    ['targets that are no object', file({ targets: [] })],
  ])('refuses %s and names the file', (_, text) => {
    expect(() => parseTargets(text, '某县.json')).toThrow(TargetsError);
    expect(() => parseTargets(text, '某县.json')).toThrow(/某县\.json/);
  });
});
