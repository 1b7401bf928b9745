import type { Review, RuleMeasure, Status, Verdict } from '@tuheng/maintenance';

const words: Readonly<Record<Status, string>> = {
  fail: '✗ 不通过',
  undetermined: '? 证据不足',
  pass: '✓ 通过',
  notApplicable: '– 不适用',
};

const order: readonly Status[] = ['fail', 'undetermined', 'pass', 'notApplicable'];

const number = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 4 });
const area = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Columns a text takes on a terminal: Chinese characters and full-width signs take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1;
  return columns;
}

const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)));
const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - width(text))) + text;

function figure(value: number | null, unit: string): string {
  if (value === null) return '—';
  return unit === 'm²' ? area.format(value / 10_000) : number.format(value);
}

function row(verdict: Verdict): string[] {
  const { before, after, limit, unit }: RuleMeasure = verdict.measure;
  return [
    words[verdict.status],
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
  const widths = head.map((title, i) => Math.max(width(title), ...rows.map((cells) => width(cells[i]!))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) =>
        (i >= 2 && i <= 4) || i === 6 ? padStart(cell, widths[i]!) : padEnd(cell, widths[i]!),
      )
      .join('  ')
      .trimEnd();
  const lines = [line(head), widths.map((columns) => '─'.repeat(columns)).join('  ')];
  for (const [i, verdict] of sorted.entries()) {
    lines.push(line(rows[i]!));
    if (verdict.status === 'fail') lines.push(`    ${verdict.explanation}`);
    if (verdict.status === 'undetermined') lines.push(...verdict.reasons.map((reason) => `    ${reason}`));
  }
  return lines.join('\n');
}

/** One line of counts. */
export function verdictCounts(review: Review): string {
  return order
    .map(
      (status) =>
        `${words[status].slice(2)} ${review.verdicts.filter((verdict) => verdict.status === status).length}`,
    )
    .join('　');
}
