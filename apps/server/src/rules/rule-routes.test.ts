import { inspectionRules } from '@tuheng/inspection';
import { ruleBook } from '@tuheng/maintenance';
import type { Static } from 'typebox';
import { beforeAll, describe, expect, test } from 'vitest';
import { withServer } from '../testing/test-server.ts';
import type { RulesDocument } from './rule-schemas.ts';

type Rules = Static<typeof RulesDocument>;

describe('the rule books', () => {
  const server = withServer();
  let county: string;
  let publicToken: string;
  beforeAll(async () => {
    county = await server().tokenOf('county', { role: 'county', region: '230898' });
    publicToken = await server().tokenOf('public', { role: 'public', region: '230898' });
  });
  const rules = (query = '') => server().json<Rules>(`/api/v1/rules${query}`, county);

  test('hold every rule with its basis, and every number with where it comes from', async () => {
    const { region, books } = await rules();
    expect(region).toBeNull();
    expect(books.map(({ id, rules: own }) => [id, own.length])).toEqual([
      ['review', ruleBook.length],
      ['inspection', inspectionRules.length],
    ]);
    for (const { digest, rules: own } of books) {
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
      for (const rule of own) {
        expect(rule.basis.length, rule.id).toBeGreaterThan(0);
        for (const { value, default: usual, set } of rule.parameters) {
          expect(value).toEqual(usual.value);
          expect(set).toBeNull();
        }
      }
    }
    const [review, inspection] = books;
    expect(review!.rules.find(({ id }) => id === 'udb.fragments')!.parameters).toMatchObject([
      {
        name: 'minimumArea',
        value: 400,
        unit: 'm²',
        confidence: 'suggestion',
        verified: false,
        form: { kind: 'number', least: 0 },
      },
    ]);
    expect(review!.rules.find(({ id }) => id === 'green.function')).toMatchObject({
      category: 'cityLines',
      categoryTitle: '城市四线',
      parameters: [{ name: 'classes', form: { kind: 'text' } }],
    });
    const narrow = inspection!.rules.find(({ id }) => id === 'G-07')!;
    expect(narrow).toMatchObject({ category: 'geometry', categoryTitle: '图形', off: null });
    expect(narrow.parameters[0]).toMatchObject({ name: 'narrowWidth', value: 0.5, verified: true });
  });

  test('of a region name it, and are those of everywhere while it has set nothing', async () => {
    const everywhere = await rules();
    const own = await rules('?region=230898');
    expect(own.region).toMatchObject({ adcode: '230898' });
    expect(own.digest).toBe(everywhere.digest);
  });

  test('are for those who read plans or the ledger, each in their own regions', async () => {
    const status = async (path: string, token: string) => (await server().ask(path, { token })).status;
    expect(await status('/api/v1/rules', publicToken)).toBe(403);
    expect(await status('/api/v1/rules?region=230881', county)).toBe(403);
    expect(await status('/api/v1/rules?region=2308', county)).toBe(400);
    expect(await status('/api/v1/rules?region=230898999', county)).toBe(422);
  });
});
