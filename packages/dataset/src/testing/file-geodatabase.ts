import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many units of a FileGDB's grid a metre has. */
const UNITS = 10_000;

/**
 * Replaces a ring in the tables of a FileGDB by another with as many vertices, both starting at the same vertex: programs that write the
 * format turn rings as it wants them, and close them.
 *
 * @param from the ring as it was written, flat, in metres
 */
export async function replaceRing(
  path: string,
  from: readonly number[],
  to: readonly number[],
): Promise<void> {
  const wanted = deltas(from);
  const found: string[] = [];
  for (const file of (await readdir(path)).filter((name) => name.endsWith('.gdbtable'))) {
    const bytes = await readFile(join(path, file));
    const at = bytes.indexOf(wanted);
    if (at < 0) continue;
    const replacement = deltas(to);
    if (replacement.length !== wanted.length) throw new Error('the rings take a different number of bytes');
    replacement.copy(bytes, at);
    await writeFile(join(path, file), bytes);
    found.push(file);
  }
  if (found.length !== 1) throw new Error(`the ring was found in ${found.length} tables`);
}

/** The steps from vertex to vertex as the format stores them. */
function deltas(ring: readonly number[]): Buffer {
  const bytes: number[] = [];
  for (let i = 2; i < ring.length; i++)
    bytes.push(...signedVarint(Math.round((ring[i]! - ring[i - 2]!) * UNITS)));
  return Buffer.from(bytes);
}

/** Sign in bit 6 of the first byte, six bits there, seven in each that follows. */
function signedVarint(value: number): number[] {
  let rest = Math.abs(value);
  const bytes = [(rest & 0x3f) | (value < 0 ? 0x40 : 0)];
  rest = Math.floor(rest / 64);
  while (rest > 0) {
    bytes[bytes.length - 1]! |= 0x80;
    bytes.push(rest & 0x7f);
    rest = Math.floor(rest / 128);
  }
  return bytes;
}
