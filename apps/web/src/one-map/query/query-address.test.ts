import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery, writeQuery } from './query-address.ts';
import { operators, type QuerySpec } from './query-spec.ts';

const degree = (most: number) =>
  fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((value) => value / 1e7);
const ring = fc
  .array(fc.tuple(degree(180), degree(90)), { minLength: 3, maxLength: 6 })
  .map((points) => [...points, points[0]!]);
const place: fc.Arbitrary<QuerySpec['place']> = fc.oneof(
  fc.constant(undefined),
  fc.record({
    type: fc.constant('MultiPolygon' as const),
    coordinates: fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.constant({ type: 'region', code: '230898106', name: '庚原镇（虚构）' } as const),
);
const query: fc.Arbitrary<QuerySpec> = fc.record({
  layer: fc.constantFrom('GHFQ', 'DLTB'),
  join: fc.constantFrom('and', 'or'),
  relation: fc.constantFrom('intersects', 'within'),
  place,
  conditions: fc.array(
    fc.record({
      field: fc.string(),
      operator: fc.constantFrom(...operators),
      values: fc.array(fc.string(), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
});

describe('a question in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(query, (spec) => {
        expect(readQuery(writeQuery(spec))).toEqual(spec);
      }),
    );
  });

  it('is none where the address was made up', () => {
    for (const text of [
      null,
      '',
      '{}',
      '["GHFQ"]',
      '["GHFQ","and","within","1.2"]',
      '["<b>","and","within",""]',
      '["GHFQ","and","within","",["MJ","like"]]',
    ])
      expect(readQuery(text)).toBeUndefined();
  });
});
