import { loadKernelOverlay } from '@tuheng/geometry';
import { type SetThreshold, sha256 } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import type { RuleSettings } from './effective-parameter.ts';
import { effectiveRuleBook, ruleBookDigest } from './effective-rule-book.ts';
import { reviewPlans } from './review-plans.ts';
import { ruleBook } from './rule-book.ts';
import { forest, profileWith } from './rules/added/testing/judge-added.ts';
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
  expect(JSON.stringify(effectiveRuleBook({}))).toBe(JSON.stringify(ruleBook));
  expect(await ruleBookDigest([])).toBe(await sha256(JSON.stringify(ruleBook)));
});

it('has another digest for every threshold, and for who set it', async () => {
  const digests = [[], [set], [{ ...set, value: 501 }], [{ ...set, by: 'li.si' }]].map((thresholds) =>
    ruleBookDigest(thresholds),
  );
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

describe('profiles', () => {
  const province = profileWith(
    {
      parameters: { 'udb.fragments.minimumArea': { value: 300, source: '省细则第 3 条' } },
      rules: { 'udb.shape': { off: true, reason: '省里不查' }, 'udb.holes': { off: true, reason: '待定' } },
      added: [{ ...forest, layer: 'GHFQ', where: { field: 'GHFQDM', equals: '520' } }],
    },
    '某省',
  );
  const county = profileWith(
    {
      parameters: {
        'udb.fragments.minimumArea': { value: 200, source: '县细则', confidence: 'memory-low' },
      },
      rules: { 'udb.holes': { off: false, reason: '本县要查' } },
    },
    '某县',
  );
  const profiles = [province, county].map(({ profile }) => profile);
  const described = (id: string) => effectiveRuleBook({ profiles }).find((rule) => rule.id === id)!;

  it('set parameters, switch rules off and add some', async () => {
    expect(described('udb.fragments').parameters[0]).toMatchObject({
      value: 200,
      source: '某县：县细则',
      confidence: 'memory-low',
    });
    expect(described('udb.shape').off).toBe('某省：省里不查');
    expect(described('udb.holes')).not.toHaveProperty('off');
    expect(described(forest.id)).toMatchObject({
      chapter: 'added',
      addedBy: '某省',
      form: { id: forest.id },
    });
    expect(effectiveRuleBook({ profiles })).toHaveLength(ruleBook.length + 1);
    const digests = [[], profiles.slice(0, 1), profiles].map((of) => ruleBookDigest([], of));
    expect(new Set(await Promise.all(digests)).size).toBe(3);
  });

  it('stand below a targets file, and that below the thresholds of regions', () => {
    const parameters = { 'udb.fragments.minimumArea': { value: 150, unit: 'm²', source: '规划文本' } };
    const targets = { schema: 'tuheng.targets/1', parameters } as const;
    const value = (settings: RuleSettings) =>
      effectiveRuleBook(settings).find(({ id }) => id === 'udb.fragments')!.parameters[0]!.value;
    expect(value({})).toBe(400);
    expect(value({ profiles })).toBe(200);
    expect(value({ profiles, targets })).toBe(150);
    expect(value({ profiles, targets, thresholds: [set] })).toBe(500);
  });

  it('are in the review, with what they say', async () => {
    const { filed, maintained, base, targets } = countyPlans();
    const { review } = await reviewPlans({
      ...{ filed, maintained, base, profiles: [province, county] },
      overlay: await loadKernelOverlay(0.0001),
      targets: { file: { ...targets, parameters: {} }, name: 'targets.json', digest: 'targets' },
      date: '20261130',
      dataQuality: [
        {
          ...{
            input: 'filed',
            inspection: 'a'.repeat(64),
            mark: 90,
            maySubmit: false,
            errors: 1,
            warnings: 0,
          },
          doubts: [
            { layer: 'CZKFBJ', message: '有重叠' },
            { layer: 'GHFQ', message: '有缝隙' },
          ],
        },
      ],
    });
    const { ruleBook: book, inputs, verdicts, dataQuality } = review;
    expect(book).toMatchObject({
      digest: await ruleBookDigest([], profiles),
      profiles: ['国家基础规则', '某省', '某县'],
    });
    expect(inputs.filter(({ role }) => role === 'profile').map(({ name }) => name)).toEqual([
      '某省.json',
      '某县.json',
    ]);
    const of = (id: string) => verdicts.find(({ rule }) => rule === id)!;
    expect(of('udb.shape')).toMatchObject({
      status: 'notApplicable',
      explanation: '未执行：某省：省里不查',
      reasons: ['未执行：某省：省里不查'],
      evidence: [],
    });
    // A county that has read nothing of it passes nothing on it.
    expect(of('udb.fragments')).toMatchObject({ status: 'undetermined', parameters: [{ value: 200 }] });
    expect(verdicts.at(-1)).toMatchObject({ rule: forest.id, chapter: 'added' });
    const resting = dataQuality[0]!.doubts.map((doubt) => doubt.verdicts);
    expect(resting[0]).toContain('udb.fragments');
    expect(resting[0]).not.toContain('udb.shape');
    expect(resting[1]).toContain(forest.id);
  });
});
