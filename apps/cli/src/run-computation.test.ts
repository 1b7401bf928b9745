import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runComputation } from './run-computation.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuheng-计算-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const missing = (name: string) =>
  ({
    kind: 'review',
    args: {
      filed: join(folder, 'A.gdb'),
      maintained: join(folder, 'B.gdb'),
      out: join(folder, name),
      date: '20261124',
    },
  }) as const;

it('keeps the code of an error on its way out of the thread', async () => {
  const running = runComputation(missing('a'), () => {}, new AbortController().signal);
  await expect(running).rejects.toMatchObject({
    code: 'dataset.not-found',
    message: expect.stringContaining('A.gdb'),
  });
});

it('ends with the reason of the signal', async () => {
  const controller = new AbortController();
  const told: string[] = [];
  const running = runComputation(
    missing('b'),
    (stage) => {
      told.push(stage);
      controller.abort(new Error('cancelled'));
    },
    controller.signal,
  );
  await expect(running).rejects.toThrow('cancelled');
  expect(told).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([]);
});

it('ends with what the one who is told of its progress throws', async () => {
  const running = runComputation(
    missing('c'),
    () => {
      throw new Error('superseded');
    },
    new AbortController().signal,
  );
  await expect(running).rejects.toThrow('superseded');
});
