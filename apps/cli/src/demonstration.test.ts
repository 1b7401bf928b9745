import { faultIds, generateCounty } from '@tuheng/demonstration';
import { type Review, ruleBook } from '@tuheng/maintenance';
import { beforeAll, describe, expect, it } from 'vitest';
import { failed, open, PARCELS, reviewOf } from './testing/review-county.ts';

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
  it('break every rule of the book, and leave to people what only they can judge', async () => {
    const county = generateCounty({ parcels: PARCELS, faults: 'all' });
    expect(county.faults.map(({ id }) => id)).toEqual([...faultIds]);
    expect([...faultIds].sort()).toEqual(ruleBook.map(({ id }) => id).sort());
    const pointedOut = county.faults.flatMap(({ id, hints }) => (hints.includes(id) ? [id] : []));
    expect(pointedOut).toEqual(['city-land.residential-beside-industry']);
    const result = await reviewOf(county);
    expect(failed(result).sort()).toEqual(faultIds.filter((id) => !pointedOut.includes(id)).sort());
    expect(open(result)).toEqual(pointedOut);
  }, 60_000);
});
