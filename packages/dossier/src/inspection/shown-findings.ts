import type { Finding, Inspection, RuleResult, Severity, Systematic } from '@tuheng/inspection';

/** Findings of one rule that the page holds; the workbook, the GeoPackage and `inspection.json` have them all. */
export const MOST_FINDINGS = 400;

/** What the page holds of one rule: places in `findings`. */
export interface ShownRule {
  readonly result: RuleResult;
  readonly from: number;
  readonly count: number;
  /** Findings of the rule, without its systematic causes. */
  readonly total: number;
  readonly causes: readonly ShownCause[];
}

export interface ShownCause {
  readonly cause: Systematic;
  /** Its examples in `findings`. */
  readonly from: number;
  readonly count: number;
}

export interface ShownFindings {
  /** In working order. */
  readonly rules: readonly ShownRule[];
  readonly findings: readonly Finding[];
}

/** How heavy a rule is: as its gravest finding where it failed, as the book has it otherwise. */
export function weightOf({ gravest, severity }: RuleResult): Severity {
  return gravest ?? severity;
}

/** Failed errors first, then failed warnings and hints, then what was not run, then what passed; by the book within. */
export function workingOrder(results: readonly RuleResult[]): RuleResult[] {
  const weight = { error: 0, warning: 1, info: 2 } as const;
  const place = (result: RuleResult): number =>
    result.status === 'failed' ? weight[weightOf(result)] : result.status === 'notRun' ? 3 : 4;
  return results.toSorted((a, b) => place(a) - place(b));
}

/** The findings of each rule, the first of them, with the examples of its systematic causes behind them. */
export function shownFindings(inspection: Inspection): ShownFindings {
  const byRule = Map.groupBy(inspection.findings, ({ rule }) => rule);
  const causesByRule = Map.groupBy(inspection.systematic, ({ rule }) => rule);
  const findings: Finding[] = [];
  const rules = workingOrder(inspection.rules).map((result) => {
    const all = byRule.get(result.rule) ?? [];
    const from = findings.length;
    const shown = all.slice(0, MOST_FINDINGS);
    findings.push(...shown);
    const causes = (causesByRule.get(result.rule) ?? []).map((cause) => {
      const at = findings.length;
      findings.push(...cause.examples);
      return { cause, from: at, count: cause.examples.length };
    });
    return { result, from, count: shown.length, total: all.length, causes };
  });
  return { rules, findings };
}
