import type { PlanVersion } from '@tuheng/store';
import { Problem } from '../../problems/problem.ts';

/** Microseconds since 1970, ends included; infinite where open. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000_000;
/** China is eight hours ahead, all year. */
const CHINA = 8 * 3_600_000_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * The parameter `datetime`: an instant (RFC 3339) or a day in China, or two of them with a slash between, of which one may be open (`..` or nothing).
 *
 * @throws Problem server.invalid-request
 */
export function intervalOf(text: string): Interval {
  const parts = text.split('/');
  const [first = '', last = first] = parts;
  const isOpen = (part: string): boolean => parts.length === 2 && (part === '' || part === '..');
  if (parts.length > 2 || (isOpen(first) && isOpen(last))) throw unreadable(text);
  const interval = {
    from: isOpen(first) ? -Infinity : momentOf(first, text).from,
    to: isOpen(last) ? Infinity : momentOf(last, text).to,
  };
  if (interval.from > interval.to) throw unreadable(text);
  return interval;
}

function momentOf(part: string, text: string): Interval {
  if (DATE.test(part)) {
    const from = millisecondsOf(`${part}T00:00:00Z`, text) * 1000 - CHINA;
    return { from, to: from + DAY - 1 };
  }
  const found = INSTANT.exec(part);
  if (!found) throw unreadable(text);
  const [, day, time, fraction = '', zone] = found;
  const seconds = millisecondsOf(`${day}T${time}${zone!.toUpperCase()}`, text);
  const at = seconds * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
  return { from: at, to: at };
}

function millisecondsOf(instant: string, text: string): number {
  const milliseconds = Date.parse(instant);
  // `Date.parse` makes of 31 February a day in March.
  const day = Number(instant.slice(8, 10));
  const days = new Date(Date.UTC(Number(instant.slice(0, 4)), Number(instant.slice(5, 7)), 0)).getUTCDate();
  if (Number.isNaN(milliseconds) || day > days) throw unreadable(text);
  return milliseconds;
}

function unreadable(text: string): Problem {
  return new Problem('server.invalid-request', {
    detail: `datetime=${text}`,
    invalid: [
      {
        at: 'datetime',
        message: '应为时刻（如 2026-11-25T08:00:00Z）、日期，或以 / 分开的起止，一端可为 ..',
      },
    ],
  });
}

/**
 * The last version that was in force at some time of an interval; undefined before the first.
 *
 * @param versions the first first
 */
export function versionIn(versions: readonly PlanVersion[], { to }: Interval): PlanVersion | undefined {
  return versions.findLast(({ publishedAt }) => intervalOf(publishedAt).from <= to);
}
