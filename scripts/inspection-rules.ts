/** Writes docs/inspection-rules.md from the rules of the inspection (`npm run docs`). A test fails where the page is stale. */
import { writeFileSync } from 'node:fs';
import { inspectionRulesPage } from './inspection-rules-page.ts';

writeFileSync(new URL('../docs/inspection-rules.md', import.meta.url), inspectionRulesPage());
