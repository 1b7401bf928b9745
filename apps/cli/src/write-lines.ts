import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Writes lines to a file, whole or not at all: beside it first, and then in its place. Makes the folder where there is none. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const making = `${path}.making-${process.pid}`;
  try {
    await pipeline(lines, withEnds, createWriteStream(making, { flush: true }));
    await rename(making, path);
  } finally {
    await rm(making, { force: true });
  }
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
