import { loadKernelOverlay } from '@tuheng/geometry';
import { type SetThreshold, sha256 } from '@tuheng/standard';
import { expect, it } from 'vitest';
import { effectiveRuleBook, ruleBookDigest } from './effective-rule-book.ts';
import { reviewPlans } from './review-plans.ts';
import { ruleBook } from './rule-book.ts';
import { countyPlans } from './testing/county.ts';

const set: SetThreshold = {
  book: 'review',
  rule: 'udb.fragments',
  parameter: 'minimumArea',
  value: 500,
  source: '某文件第 3 条',
  confidence: 'found',
  region: { adcode: '230898', name: '示范县' },
  by: 'zhang.san',
  at: '2026-11-30T08:00:00.000000Z',
  reason: '省里定的',
};

it('without thresholds is the rule book', async () => {
  expect(JSON.stringify(effectiveRuleBook([]))).toBe(JSON.stringify(ruleBook));
  expect(await ruleBookDigest([])).toBe(await sha256(JSON.stringify(ruleBook)));
});

it('has another digest for every threshold, and for who set it', async () => {
  const digests = [[], [set], [{ ...set, value: 501 }], [{ ...set, by: 'li.si' }]].map(ruleBookDigest);
  expect(new Set(await Promise.all(digests)).size).toBe(4);
  expect(await ruleBookDigest([{ ...set, book: 'inspection' }])).toBe(await ruleBookDigest([]));
});

it('judges by thresholds with a source, and passes by no other', async () => {
  const { filed, maintained, base, targets } = countyPlans();
  const overlay = await loadKernelOverlay(0.0001);
  const review = async (...thresholds: SetThreshold[]) => {
    const result = await reviewPlans({
      ...{ filed, maintained, base, overlay, thresholds },
      targets: { file: { ...targets, parameters: {} }, name: 'targets.json', digest: 'targets' },
      date: '20261130',
    });
    return {
      review: result.review,
      verdict: result.review.verdicts.find(({ rule }) => rule === set.rule)!,
    };
  };
  const plain = await review();
  expect(plain.verdict.status).toBe('undetermined');
  const verified = await review(set);
  expect(verified.verdict.status).toBe('pass');
  expect(verified.verdict.explanation).toContain('500 m²');
  expect(verified.verdict.parameters[0]).toMatchObject({ value: 500, set: { by: 'zhang.san' } });
  expect(verified.review.ruleBook.digest).toBe(await ruleBookDigest([set]));
  expect(verified.review.id).not.toBe(plain.review.id);
  const assumed = await review({ ...set, source: '', confidence: 'suggestion' });
  expect(assumed.verdict).toMatchObject({ status: 'undetermined', parameters: [{ value: 500 }] });
});
