import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { note } from '../note.ts';
import { inputsFolder, root } from '../places.ts';
import { runNode } from '../run-node.ts';
import type { Input } from './input.ts';

/**
 * The file of an input, made first where it is missing. It is made in a process of its own: what generating needs must not
 * weigh on the process that measures. The name carries a digest of the generators' source, so that a changed generator makes
 * new files.
 */
export async function ensureInput(input: Input): Promise<string> {
  const base = input.kind === 'edited' ? await ensureInput(input.of) : undefined;
  const text = JSON.stringify(input);
  const digest = createHash('sha256').update(text).update(sourceDigest()).digest('hex').slice(0, 12);
  const path = join(inputsFolder, `${input.kind}-${digest}.bin`);
  if (existsSync(path)) return path;
  note(`making input ${text}`);
  mkdirSync(inputsFolder, { recursive: true });
  const script = join(root, 'bench', 'inputs', 'make.ts');
  const { code } = await runNode([script, text, path, ...(base ? [base] : [])]);
  if (code !== 0) throw new Error(`could not make the input ${text}`);
  return path;
}

let known: string | undefined;

function sourceDigest(): string {
  if (known === undefined) {
    const hash = createHash('sha256');
    const files = globSync(['bench/inputs/*.ts', 'packages/demonstration/src/**/*.ts'], { cwd: root });
    for (const file of files.sort()) {
      if (!file.endsWith('.test.ts')) hash.update(readFileSync(join(root, file)));
    }
    known = hash.digest('hex');
  }
  return known;
}
