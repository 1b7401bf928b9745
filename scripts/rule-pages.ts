/** Writes docs/rules.md and docs/inspection-rules.md from the two rule books (`npm run docs`). A test fails where a page is stale. */
import { writeFileSync } from 'node:fs';
import { inspectionRulesPage } from './inspection-rules-page.ts';
import { reviewRulesPage } from './review-rules-page.ts';

const pages = { 'rules.md': reviewRulesPage(), 'inspection-rules.md': inspectionRulesPage() };
for (const [name, page] of Object.entries(pages))
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), page);
