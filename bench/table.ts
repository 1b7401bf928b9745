import type { Answer } from './kernels.ts';
import { type CaseResult, type GroupResult, type Peer, ratioOf, type Timing } from './result.ts';

/** A result for people: a line a side, then growth and stages where there are any. */
export function resultTable({ name, machine, cases }: GroupResult): string {
  const lines = [`${name} · ${machine.cores} × ${machine.cpu}, ${machine.memoryGB} GB, Node ${machine.node}`];
  const rows = [['case', 'side', 'median s', 'ours faster by', 'peak MB', 'answer']];
  for (const result of cases) rows.push(...caseRows(result));
  lines.push('', ...aligned(rows));
  for (const result of cases) lines.push(...growthLines(result), ...stageLines(result));
  return `${lines.join('\n')}\n`;
}

function caseRows(result: CaseResult): string[][] {
  if (result.skipped) return [[result.case, 'skipped', '', '', '', result.skipped]];
  const { ours } = result;
  return [
    [result.case, 'ours', secondsText(ours), '', memoryText(ours), ''],
    ...Object.entries(result.peers).map(([peer, timing]) => ['', peer, ...peerCells(ours, timing)]),
  ];
}

function peerCells(ours: Timing, peer: Peer): string[] {
  if ('skipped' in peer) return ['skipped', '', '', peer.skipped];
  const ratio = ratioOf(ours, peer);
  const times = ratio === null ? '' : `${peer.overLimit ? '> ' : ''}${ratio.toPrecision(3)} ×`;
  return [secondsText(peer), times, memoryText(peer), agreement(ours.answer, peer.answer)];
}

function secondsText({ median, overLimit }: Timing): string {
  return overLimit
    ? `> ${median}`
    : median < 0.1
      ? median.toPrecision(2)
      : median.toFixed(median < 10 ? 3 : 1);
}

function memoryText({ peakMB }: Timing): string {
  return peakMB === undefined ? '' : peakMB.toFixed(0);
}

/** Whether two sides did the same work: the figures that both gave, and the one they differ in most. */
export function agreement(ours: Answer | undefined, peer: Answer | undefined): string {
  if (!ours || !peer) return '';
  const shared = Object.keys(peer).filter((key) => key in ours);
  const apart = shared.map((key) => ({ key, by: difference(ours[key]!, peer[key]!) }));
  const worst = apart.sort((a, b) => b.by - a.by)[0];
  if (!worst) return 'nothing to compare';
  if (worst.by === 0) return 'the same';
  const figures = worst.by > 1e-6 ? ` (${ours[worst.key]} against ${peer[worst.key]})` : '';
  return `${worst.key} differs by ${worst.by.toExponential(1)}${figures}`;
}

/** Relative to the larger of the two. */
function difference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

function growthLines({ case: title, growth }: CaseResult): string[] {
  if (!growth) return [];
  return [
    '',
    `${title}: grows with the power ${growth.exponent.toFixed(3)}`,
    ...aligned([
      ['parcels', 'median s', 'peak MB'],
      ...growth.points.map((p) => [String(p.parcels), p.median.toFixed(3), p.peakMB.toFixed(0)]),
    ]),
  ];
}

function stageLines({ stages }: CaseResult): string[] {
  if (!stages) return [];
  return [
    '',
    ...aligned([
      ['stage', 's', 'share'],
      ...stages.map(({ stage, seconds, share }) => [
        stage,
        seconds.toFixed(1),
        `${(100 * share).toFixed(0)} %`,
      ]),
    ]),
  ];
}

/** Columns padded to their widest cell; Chinese characters are two wide. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => width(row[c]!))));
  return rows.map((row) =>
    row
      .map((cell, c) => cell + ' '.repeat(widths[c]! - width(cell)))
      .join('  ')
      .trimEnd(),
  );
}

function width(text: string): number {
  let sum = 0;
  for (const letter of text) sum += /[\u2e80-\uffef]/u.test(letter) ? 2 : 1;
  return sum;
}
