import { describe, expect, it } from 'vitest';
import { categoriesOf, countKinds, filterRules } from './rule-filter.ts';
import { aBook, aParameter, aRule, aSetting } from './testing.ts';

const books = [
  aBook('review', [
    aRule('udb.total', { title: '总量不突破', category: 'attributes', categoryTitle: '规划指标' }),
    aRule('udb.fragments', {
      title: '碎图斑不增加',
      parameters: [aParameter('minimumArea', { verified: false, confidence: 'suggestion' })],
    }),
  ]),
  aBook('inspection', [
    aRule('G-07', {
      title: '没有狭长面',
      category: 'geometry',
      categoryTitle: '图形',
      parameters: [aParameter('narrowWidth', { set: aSetting('230898', 0.6) })],
    }),
    aRule('A-08', { title: '日期有效', category: 'attributes', categoryTitle: '属性' }),
  ]),
];
const none = { text: '', only: undefined, category: undefined };
const ids = (filter: Partial<Parameters<typeof filterRules>[1]>) =>
  filterRules(books, { ...none, ...filter }).flatMap(({ rules }) => rules.map(({ id }) => id));

describe('filterRules', () => {
  it('lets everything through where nothing is asked', () => expect(filterRules(books, none)).toEqual(books));

  it('finds words in titles, ids and parameters, all of them, whatever the case', () => {
    expect(ids({ text: '不增加' })).toEqual(['udb.fragments']);
    expect(ids({ text: 'g-07' })).toEqual(['G-07']);
    expect(ids({ text: 'UDB 不' })).toEqual(['udb.total', 'udb.fragments']);
    expect(ids({ text: 'narrowWIDTH 面' })).toEqual(['G-07']);
    expect(ids({ text: 'narrowWidth 日期' })).toEqual([]);
  });

  it('by kind and category, and leaves out books without a rule', () => {
    expect(ids({ only: 'unverified' })).toEqual(['udb.fragments']);
    expect(ids({ only: 'set' })).toEqual(['G-07']);
    expect(ids({ only: 'verified' })).toEqual(['udb.total', 'G-07', 'A-08']);
    expect(ids({ category: 'inspection.attributes' })).toEqual(['A-08']);
    expect(ids({ category: 'review.attributes' })).toEqual(['udb.total']);
    expect(ids({ category: 'attributes' })).toEqual([]);
    expect(filterRules(books, { ...none, only: 'unverified' })).toHaveLength(1);
  });
});

it('kinds are counted over all books', () =>
  expect(countKinds(books)).toEqual({ unverified: 1, set: 1, verified: 3 }));

it('categories are those of a book, once and in its order, with their rules', () => {
  const told = (i: number) =>
    categoriesOf(books[i]!).map(({ key, title, rules }) => [key, title, rules.map(({ id }) => id)]);
  expect(told(1)).toEqual([
    ['inspection.geometry', '图形', ['G-07']],
    ['inspection.attributes', '属性', ['A-08']],
  ]);
  expect(told(0)).toEqual([
    ['review.attributes', '规划指标', ['udb.total']],
    ['review', '', ['udb.fragments']],
  ]);
});
