import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cluster } from '@tuheng/store/testing/postgres-cluster.ts';

/** A statement ran into `statement_timeout`. */
export class StatementTimeout extends Error {
  constructor() {
    super('the statement timeout was reached');
    this.name = 'StatementTimeout';
  }
}

/**
 * Runs psql on the cluster and gives its standard output, tuples only. `input` is what it reads on standard input.
 *
 * @throws StatementTimeout, Error with what the server said
 */
export async function psql(cluster: Cluster, args: readonly string[], input: Readable): Promise<string> {
  const child = spawn(
    join(cluster.bin, 'psql'),
    ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-h', cluster.folder, '-U', 'postgres', '-d', 'postgres', ...args],
    { env: { ...process.env, LC_ALL: 'C', PGOPTIONS: '' }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // When psql ends early the pipe breaks; its own message tells why.
  await pipeline(input, child.stdin).catch(() => undefined);
  const code = await closed;
  if (code === 0) return out;
  // Within a GEOS call the server tells its own timeout as a user's request; nobody else can ask it.
  if (/canceling statement due to (statement timeout|user request)/.test(errors))
    throw new StatementTimeout();
  throw new Error(`psql failed: ${errors}`);
}
