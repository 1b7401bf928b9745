import { describe, expect, it } from 'vitest';
import type { Version } from '../api/answers.ts';
import { versionOn } from './version-on.ts';

const version = (number: number, publishedAt: string): Version => ({ number, publishedAt }) as Version;
// The second was published on the 26th in China, when it was still the 25th in Greenwich.
const versions = [version(1, '2026-11-20T08:00:00.000000Z'), version(2, '2026-11-25T18:00:00.000000Z')];

describe('a version', () => {
  it('is named by its number, by a day of China, or as the one in force', () => {
    expect(versionOn(versions, '1')?.number).toBe(1);
    expect(versionOn(versions, 'head')?.number).toBe(2);
    expect(versionOn(versions, '2026-11-25')?.number).toBe(1);
    expect(versionOn(versions, '2026-11-26')?.number).toBe(2);
  });

  it('is none before the first, and none that was never published', () => {
    expect(versionOn(versions, '2026-11-19')).toBeUndefined();
    expect(versionOn(versions, '3')).toBeUndefined();
  });
});
