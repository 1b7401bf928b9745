import type { FindingFacts } from '../inspection/finding-facts.ts';

/** What the page tells of a finding; texts are empty where there is nothing to tell. */
export interface PageFinding {
  /** Number of the rule in the list. */
  readonly rule: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly layer: string;
  readonly bsm: string;
  readonly row: number | null;
  readonly attribute: string;
  readonly message: string;
  /** Area or another measure with its unit. */
  readonly measure: string;
  readonly suggestion: string;
  /** Other features that take part. */
  readonly others: string;
  /** Distance or width in metres that has to be seen; 0 where none is known. */
  readonly width: number;
  /** Longitude, latitude, northing, easting; empty where there is no place. */
  readonly point: readonly number[];
}

/** The findings in the page, by number in working order. */
export interface PageFindings {
  readonly rules: FindingFacts['rules'];
  readonly count: number;
  of(i: number): PageFinding;
  /** Findings of a rule in the order of stepping: its own, then the examples of its causes. */
  ofRule(rule: number): number[];
}

/** Reads what `findingFacts` wrote. Runs in the page; self-contained. */
export function readFindings({ words, rules, rows }: FindingFacts): PageFindings {
  return {
    rules,
    count: rows.length,
    of: (i) => {
      const [rule, severity, layer, bsm, row, attribute, message, measure, suggestion, others, width, point] =
        rows[i]!;
      return {
        rule,
        severity: words[severity] as PageFinding['severity'],
        layer: words[layer]!,
        bsm,
        row,
        attribute: words[attribute]!,
        message: words[message]!,
        measure: words[measure]!,
        suggestion: words[suggestion]!,
        others: words[others]!,
        width,
        point,
      };
    },
    ofRule: (rule) => {
      const { from, count, examples } = rules[rule]!;
      return Array.from({ length: count + examples }, (_, k) => from + k);
    },
  };
}
