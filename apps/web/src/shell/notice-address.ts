import type { Notice } from './notices-query.ts';

/** Where what a notice is about is seen: the job's desk, with the verdict, the piece or the finding open. */
export function noticeAddress({ job, subject }: Pick<Notice, 'job' | 'subject'>): string {
  const search = new URLSearchParams();
  if (subject) {
    const { kind, rule, piece, side } = subject;
    if (kind === 'finding') search.set('tab', 'inspection');
    if (side === 'filed') search.set('side', side);
    search.set('rule', rule);
    // The desk counts from 1.
    if (piece !== undefined) search.set('n', String(piece + 1));
    else search.set('talk', '1');
  }
  const text = search.toString();
  return `/maintenance/${job}${text && `?${text}`}`;
}
