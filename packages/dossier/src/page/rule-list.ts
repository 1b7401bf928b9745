/// <reference lib="dom" />
import type { Elements } from './elements.ts';
import type { Furniture } from './furniture.ts';
import type { PageFindings } from './read-findings.ts';

/** The list of rules at the left, each with its findings folded under it. */
export interface RuleList {
  /** Fills in the first `most` findings of a rule, unless they are there: they are made when they are first wanted. */
  fill(rule: number, most: number): void;
  /** Unfolds a rule and folds the others; all of them with −1. */
  unfold(rule: number): void;
  /** Rules that are not filtered out, from above. */
  visible(): number[];
  focus(rule: number): void;
  /** Brings a finding of the unfolded rule into sight. */
  reveal(finding: number): void;
}

/**
 * Runs in the page; self-contained.
 *
 * @param choose called with the number of a finding that was clicked
 */
export function createRuleList(
  { $, all, narrow }: Furniture,
  { element, button, sign }: Elements,
  findings: PageFindings,
  choose: (finding: number) => void,
): RuleList {
  const findingRow = (i: number): HTMLElement => {
    const fact = findings.of(i);
    const row = button('finding', '', () => choose(i));
    row.dataset.finding = String(i);
    const where = element('span', 'where', fact.layer);
    if (fact.row !== null) where.append(` 第 ${fact.row} 行`);
    if (fact.attribute) where.append(` · ${fact.attribute}`);
    row.append(
      sign(fact.severity),
      where,
      element('span', 'amount', fact.measure),
      element('span', 'message', fact.message),
    );
    return row;
  };
  const fill = (rule: number, most: number): void => {
    const entry = $(`.rule-entry[data-rule="${rule}"]`);
    const list = entry.querySelector<HTMLElement>('.findings[data-from]');
    const from = Number(list?.dataset.from);
    const wanted = Math.min(most, Number(list?.dataset.count));
    for (let k = list?.children.length ?? 0; k < wanted; k++) list!.append(findingRow(from + k));
    for (const slot of entry.querySelectorAll<HTMLElement>('[data-slot]')) {
      slot.replaceWith(findingRow(Number(slot.dataset.slot)));
    }
  };
  return {
    fill,
    unfold: (rule) => {
      if (rule >= 0) fill(rule, Infinity);
      for (const entry of all('.rule-entry')) {
        const isOpen = Number(entry.dataset.rule) === rule;
        entry.classList.toggle('open', isOpen);
        entry.querySelector('.head')!.setAttribute('aria-expanded', String(isOpen));
        if (isOpen && !narrow()) {
          const list = $('.desk .list');
          const above = entry.getBoundingClientRect().top - list.getBoundingClientRect().top;
          list.scrollBy({ top: above - $('.chips').offsetHeight });
        }
      }
    },
    visible: () =>
      all('.rule-entry')
        .filter((entry) => !entry.hidden)
        .map((entry) => Number(entry.dataset.rule)),
    focus: (rule) => $(`.rule-entry[data-rule="${rule}"] .head`).focus({ preventScroll: true }),
    reveal: (finding) => {
      const row = $(`.rule-entry.open .finding[data-finding="${finding}"]`);
      if (!narrow()) row?.scrollIntoView({ block: 'nearest' });
    },
  };
}
