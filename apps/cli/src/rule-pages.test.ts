import { readFileSync } from 'node:fs';
import { ruleBook } from '@tuheng/maintenance';
import { expect, it } from 'vitest';
import { inspectionRulesPage } from '../../../scripts/inspection-rules-page.ts';
import { reviewRulesPage } from '../../../scripts/review-rules-page.ts';

it.each([
  ['rules.md', reviewRulesPage],
  ['inspection-rules.md', inspectionRulesPage],
])('docs/%s is what the rules say (npm run docs)', (name, page) => {
  expect(readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')).toBe(page());
});

it('docs/rules.md has a section for every rule, with every parameter of it', () => {
  const sections = reviewRulesPage().split('\n### ');
  for (const { id, title, parameters } of ruleBook) {
    const section = sections.find((text) => text.startsWith(`${id} ${title}\n`));
    expect(section, id).toBeDefined();
    for (const { name } of parameters) expect(section).toContain(`| 参数 \`${name}\` |`);
  }
});
