import { expect, it } from 'vitest';
import { differencesOf } from './differences.ts';
import { aBook, aParameter, aRule, aSetting } from './testing.ts';

it('are the parameters that regions set, each with what each region set, the widest region first', () => {
  const [county, city, province] = [aSetting('230898', 3), aSetting('230800', 2), aSetting('230000', 1)];
  const books = [
    aBook('review', [
      aRule('one', {
        parameters: [aParameter('a', { set: county, overrides: [province] }), aParameter('untouched')],
      }),
      aRule('two', { parameters: [aParameter('b', { set: city })] }),
    ]),
    aBook('inspection', [aRule('three', { parameters: [aParameter('c')] })]),
  ];
  const { regions, rows } = differencesOf(books);
  expect(regions.map(({ adcode }) => adcode)).toEqual(['230000', '230800', '230898']);
  expect(
    rows.map(({ rule, parameter, settings }) => [rule.id, parameter.name, [...settings.keys()]]),
  ).toEqual([
    ['one', 'a', ['230898', '230000']],
    ['two', 'b', ['230800']],
  ]);
});

it('are none where nobody set anything', () =>
  expect(differencesOf([aBook('review', [aRule('a', { parameters: [aParameter('a')] })])])).toEqual({
    regions: [],
    rows: [],
  }));
