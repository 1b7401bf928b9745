/// <reference lib="dom" />
import type { PageFindings } from './read-findings.ts';

/** The end of the page's address, `#T-01` or `#T-01/3`, tells what is open, so that a reload or a link to the file shows the same. */
export interface PageAddress {
  /** Writes a rule and one of its findings, −1 for none, into the address. */
  tell(rule: number, finding: number): void;
  /** What the address asks for; −1 for what it does not, or what there is not. */
  asked(): { readonly rule: number; readonly finding: number };
}

/** Runs in the page; self-contained. */
export function createAddress({ rules, ofRule }: PageFindings): PageAddress {
  return {
    tell: (number, finding) => {
      const rule = rules[number];
      const at = finding < 0 || !rule ? '' : `/${finding - rule.from + 1}`;
      try {
        history.replaceState(null, '', rule ? `#${rule.id}${at}` : location.pathname);
      } catch {
        // Some viewers open a file without an address that may be changed.
      }
    },
    asked: () => {
      const [wanted, at] = decodeURIComponent(location.hash.slice(1)).split('/');
      const rule = rules.findIndex(({ id }) => id === wanted);
      if (rule < 0) return { rule, finding: -1 };
      const finding = rules[rule]!.from + Number(at) - 1;
      return { rule, finding: ofRule(rule).includes(finding) ? finding : -1 };
    },
  };
}
