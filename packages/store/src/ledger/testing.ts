import type { LedgerContent, LedgerRow } from './ledger-row.ts';
import { nextRow } from './ledger-row.ts';

export const someContent: LedgerContent = {
  scope: 'plan:230882',
  at: '2026-11-25T08:30:00.123456Z',
  actor: '王工',
  origin: '10.1.2.3',
  verb: 'plan.import',
  object: '230882@1',
  before: null,
  after: 'ab'.repeat(32),
  reason: '首次入库',
  algorithm: 'sm3',
};

/** A chain that tells these contents one after the other. */
export function chainOf(contents: readonly LedgerContent[]): LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (const content of contents) rows.push(nextRow(rows.at(-1), content));
  return rows;
}

/** A chain of some length. */
export function someChain(length: number, scope = someContent.scope): LedgerRow[] {
  return chainOf(Array.from({ length }, (_, i) => ({ ...someContent, scope, object: `230882@${i + 1}` })));
}
