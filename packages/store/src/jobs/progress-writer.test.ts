import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Session } from '../database/database.ts';
import type { Standing } from './job-run.ts';
import { ProgressWriter } from './progress-writer.ts';

it('writes a few times a second at most, and the last of what was reported', async () => {
  const written: unknown[] = [];
  const session = {
    query: async (_sql: string, parameters: readonly unknown[]) => {
      written.push(parameters[3]);
      await setTimeout(20);
      return [{ cancelled: written.length > 2 }];
    },
  } as unknown as Session;
  const standings: Standing[] = [];
  const writer = new ProgressWriter(session, { job: 'a', attempt: 1 }, (standing) =>
    standings.push(standing),
  );
  for (let i = 1; i <= 70; i++) {
    writer.report(i / 100, `第 ${i} 步`);
    await setTimeout(10);
  }
  await setTimeout(400);
  expect(written[0]).toBe('第 1 步');
  expect(written.at(-1)).toBe('第 70 步');
  expect(written.length).toBeGreaterThanOrEqual(3);
  expect(written.length).toBeLessThanOrEqual(5);
  expect(standings.slice(0, 3)).toEqual(['going', 'going', 'cancelled']);
  writer.report(1, '完');
  await writer.stop();
  await setTimeout(350);
  expect(written.at(-1)).toBe('第 70 步');
});
