import { faultIds, generateCounty } from '@tuheng/demonstration';
import { type Review, ruleBook } from '@tuheng/maintenance';
import { beforeAll, describe, expect, it } from 'vitest';
import { failed, PARCELS, reviewOf } from './testing/review-county.ts';

describe('the lawful maintenance of the demonstration county', () => {
  let result: Review;
  beforeAll(async () => {
    result = await reviewOf(generateCounty({ parcels: PARCELS }));
  }, 60_000);

  it('passes every rule and conserves area in every layer', () => {
    expect(result.verdicts.map(({ status }) => status)).toEqual(ruleBook.map(() => 'pass'));
    for (const [code, { conservation }] of Object.entries(result.layers))
      expect(conservation.holds, code).toBe(true);
  });

  it('says that the county is invented', () => {
    expect(result.invented).toBe(true);
  });

  it('leaves no noise: its borders are shared to the last digit', () => {
    for (const [code, { noise }] of Object.entries(result.layers)) expect(noise.pieces, code).toBe(0);
  });
});

describe('all faults together', () => {
  it('fail every rule', async () => {
    const county = generateCounty({ parcels: PARCELS, faults: 'all' });
    expect(county.faults.map(({ id }) => id)).toEqual([...faultIds]);
    expect(failed(await reviewOf(county)).sort()).toEqual([...faultIds].sort());
  }, 60_000);
});
