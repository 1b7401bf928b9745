import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Session } from '../database/database.ts';
import type { Standing } from './job-run.ts';
import { ProgressWriter } from './progress-writer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('writes a few times a second at most, and the last of what was reported', async () => {
  const written: unknown[] = [];
  const session = {
    query: async (_sql: string, parameters: readonly unknown[]) => {
      written.push(parameters[3]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return [{ cancelled: written.length > 2 }];
    },
  } as unknown as Session;
  const standings: Standing[] = [];
  const writer = new ProgressWriter(session, { job: 'a', attempt: 1 }, (standing) =>
    standings.push(standing),
  );
  for (let i = 1; i <= 70; i++) {
    writer.report(i / 100, `第 ${i} 步`);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(400);
  expect(written).toEqual(['第 1 步', '第 30 步', '第 60 步', '第 70 步']);
  expect(standings).toEqual(['going', 'going', 'cancelled', 'cancelled']);
  writer.report(1, '完');
  await writer.stop();
  await vi.advanceTimersByTimeAsync(350);
  expect(written.at(-1)).toBe('第 70 步');
});
