import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EffectiveRules, inspectionRules } from '@tuheng/inspection';
import { ruleBookDigest } from '@tuheng/maintenance';
import type { SetThreshold } from '@tuheng/standard';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runInspection } from './run-inspection.ts';
import { runReview } from './run-review.ts';
import { demonstrationInto } from './testing/commands.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-阈值-'));
  await demonstrationInto(folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = {
  source: '省细则第 3 条',
  confidence: 'found',
  by: 'zhang.san',
  reason: '省里定的',
  region: { adcode: '230898', name: '示范县' },
  at: '2026-11-30T20:00:00.000000Z',
} as const;
const thresholds: readonly SetThreshold[] = [
  { ...base, book: 'inspection', rule: 'G-06', parameter: 'tinyArea', value: 250 },
  { ...base, book: 'review', rule: 'udb.fragments', parameter: 'minimumArea', value: 250 },
];
/** The day is that of China. */
const named = '示范县（230898）zhang.san 于 2026-12-01 设定，理由：省里定的';

const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
const data = (name: string): string => join(folder, '数据', name);
const silent = (): void => {};

it('of a job are in the review, in the rule book that it names, and in its report', async () => {
  const files = { filed: data('备案.gdb'), maintained: data('维护后.gdb'), out: join(folder, 'out') };
  const { review } = await runReview({ ...files, date: '20261130', thresholds }, silent);
  expect(review.ruleBook.digest).toBe(await ruleBookDigest(thresholds));
  expect(review.ruleBook.digest).not.toBe(await ruleBookDigest([]));
  expect(JSON.parse(read('review.json'))).toEqual(review);
  expect(read('report.html')).toContain(named);
});

it('of a job are in the inspection, in the rules that it names, and in its report', async () => {
  const args = { path: data('维护后.gdb'), out: join(folder, 'out'), neighbours: [], fix: false };
  const { ruleBook } = await runInspection({ ...args, thresholds }, silent);
  expect(ruleBook.digest).toBe(await new EffectiveRules(inspectionRules, [], thresholds).digest());
  expect(ruleBook.digest).not.toBe(await new EffectiveRules(inspectionRules, []).digest());
  expect(JSON.parse(read('inspection.json')).ruleBook).toEqual(ruleBook);
  expect(read('report.html')).toContain(named);
});
