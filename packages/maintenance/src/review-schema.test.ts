import { readFileSync } from 'node:fs';
import { loadKernelOverlay } from '@tuheng/geometry';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reviewPlans } from './review-plans.ts';
import { countyPlans, town } from './testing/county.ts';
import { box } from './testing/plans.ts';

const schema = JSON.parse(readFileSync(new URL('../review.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

describe('review.schema.json', () => {
  it.each([
    ['lawful', countyPlans()],
    [
      'faulty',
      countyPlans((rows) => rows.CZKFBJ.push(town(box(2000, 0, 100, 100)), town(box(100, 3950, 200, 200)))),
    ],
  ])('describes a %s review', async (_, plans) => {
    const { review } = await reviewPlans({
      filed: plans.filed,
      maintained: plans.maintained,
      base: plans.base,
      targets: { file: plans.targets, name: 'targets.json', digest: 'digest' },
      overlay: await loadKernelOverlay(0.0001),
      date: '20261124',
    });
    expect(validate(JSON.parse(JSON.stringify(review))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses what is not a review', () => {
    expect(validate({ schema: 'tuheng.review/1' })).toBe(false);
  });
});
