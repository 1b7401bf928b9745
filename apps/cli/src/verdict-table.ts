import type { Review, RuleMeasure, Status, Verdict } from '@tuheng/maintenance';
import { terminalTable } from './terminal-table.ts';

/** Word and sign of a verdict: colour is never alone. */
export const statusWords: Readonly<Record<Status, string>> = {
  fail: '✗ 不通过',
  undetermined: '? 证据不足',
  pass: '✓ 通过',
  notApplicable: '– 不适用',
};

const order: readonly Status[] = ['fail', 'undetermined', 'pass', 'notApplicable'];

const number = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 4 });
const area = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function figure(value: number | null, unit: string): string {
  if (value === null) return '—';
  return unit === 'm²' ? area.format(value / 10_000) : number.format(value);
}

function row(verdict: Verdict): string[] {
  const { before, after, limit, unit }: RuleMeasure = verdict.measure;
  return [
    statusWords[verdict.status],
    verdict.title,
    figure(before, unit),
    figure(after, unit),
    figure(limit, unit),
    unit === 'm²' ? '公顷' : unit,
    String(verdict.evidence.length || ''),
  ];
}

/** The verdicts as a table for a terminal, what blocks on top, with the reasons under what does not pass. */
export function verdictTable(review: Review): string {
  const sorted = order.flatMap((status) => review.verdicts.filter((verdict) => verdict.status === status));
  const head = ['判定', '规则', '备案', '维护后', '限值', '单位', '证据'];
  const rows = sorted.map(row);
  return terminalTable(head, rows, [2, 3, 4, 6], (i) => {
    const { status, explanation, reasons } = sorted[i]!;
    // A rule that does not apply gives reasons where it was switched off.
    const lines = status === 'fail' ? [explanation] : status === 'pass' ? [] : reasons;
    return lines.map((text) => `    ${text}`);
  }).join('\n');
}

/** One line of counts. */
export function verdictCounts(review: Review): string {
  return countsInWords(review.verdicts.map(({ status }) => status));
}

/** How many of each: `不通过 1　证据不足 2　…`. */
export function countsInWords(statuses: readonly Status[]): string {
  return order
    .map((status) => `${statusWords[status].slice(2)} ${statuses.filter((own) => own === status).length}`)
    .join('　');
}
