import type { Version } from '../api/answers.ts';
import { chinaDay } from '../words/times.ts';

/**
 * The version that a number, a day or `head` names.
 *
 * @param versions from the first
 * @returns undefined where there is none: no such number, or a day before the first
 */
export function versionOn(versions: readonly Version[], named: string): Version | undefined {
  if (named === 'head') return versions.at(-1);
  if (!named.includes('-')) return versions.find(({ number }) => String(number) === named);
  return versions.findLast(({ publishedAt }) => chinaDay(publishedAt) <= named);
}
