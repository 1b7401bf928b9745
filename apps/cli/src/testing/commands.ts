import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOncePerRun } from '@tuheng/store/testing/once-per-run.ts';
import { expect, vi } from 'vitest';
import { runCommand } from '../run-command.ts';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `bin/tuheng` as a person would, from the root of the repository. */
export function tuheng(...args: readonly string[]): Run {
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  const { status, stdout, stderr } = spawnSync('bin/tuheng', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

/**
 * Runs a command line in this process. A process of its own costs about a second of the processor before it begins, and runs code that is not warm; each
 * file of tests runs one at least as the program that it is, with `tuheng`.
 */
export async function tuhengHere(...args: readonly string[]): Promise<Run> {
  const told: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      told[stream] += text;
      return true;
    }),
  );
  try {
    const code = await runCommand(args);
    return { code, out: told.stdout, err: told.stderr };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/**
 * Puts a small demonstration county into a folder, its data in 数据, as `tuheng demo` writes it: with the review of its maintenance beside the data, or with
 * a delivery among them that has faults of the data. Made once in a run of the tests.
 */
export async function demonstrationInto(
  folder: string,
  beside: 'review' | 'data-faults' = 'review',
): Promise<void> {
  const make = (made: string): void => {
    const kind =
      beside === 'review'
        ? ['--out', made, '--no-serve']
        : ['--generate', join(made, '数据'), `--${beside}`, '--date', '20261124'];
    const { code, err } = tuheng('demo', ...kind, '--parcels', '2000', '--quiet');
    expect(code, err).toBe(0);
  };
  await copyOncePerRun(`demonstration-${beside}`, make, folder);
}
