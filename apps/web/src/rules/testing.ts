import type { Parameter, Rule, RuleBook, Setting } from './rules-query.ts';

/** Rule books as the server tells of them, for tests. */

export const aSetting = (adcode: string, value: number): Setting => ({
  region: { adcode, name: adcode },
  value,
  source: '细则',
  confidence: 'found',
  reason: '试',
  by: 'a',
  at: '2026-11-30T00:00:00.000000Z',
});

export const aParameter = (name: string, changed: Partial<Parameter> = {}): Parameter => ({
  name,
  title: name,
  value: 1,
  unit: 'm',
  source: '出处',
  confidence: 'found',
  verified: true,
  form: { kind: 'number', least: 0, most: 100, whole: false },
  default: { value: 1, source: '出处', confidence: 'found', verified: true },
  set: null,
  overrides: [],
  ...changed,
});

export const aRule = (id: string, changed: Partial<Rule> = {}): Rule => ({
  id,
  title: id,
  description: null,
  category: null,
  categoryTitle: null,
  severity: null,
  layers: [],
  basis: [],
  parameters: [],
  off: null,
  ...changed,
});

export const aBook = (id: RuleBook['id'], rules: Rule[]): RuleBook => ({
  id,
  title: id,
  version: '1',
  digest: 'a'.repeat(64),
  rules,
});
