import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inspectionRulesPage } from '../../../scripts/inspection-rules-page.ts';

it('docs/inspection-rules.md is what the rules say (npm run docs)', () => {
  const page = readFileSync(new URL('../../../docs/inspection-rules.md', import.meta.url), 'utf8');
  expect(page).toBe(inspectionRulesPage());
});
