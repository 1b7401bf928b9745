/** The thread in which an embedded database runs: a request at a time, in their order. */

import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { failureOf, type PgliteAnswer, type PgliteRequest } from './pglite-message.ts';

// V8 compiles anew, with all its art, what has run for a few milliseconds. Of PostgreSQL that takes two seconds of a processor, which a command that asks
// one question then waits for at its end. A hundred times the usual budget: it is left to those who ask for long (decision 0011).
setFlagsFromString('--wasm-tiering-budget=1300000000');

const port = parentPort!;

function say(answer: PgliteAnswer, transfer: ArrayBuffer[] = []): void {
  port.postMessage(answer, transfer);
}

async function answer(pglite: PGlite, request: PgliteRequest): Promise<void> {
  switch (request.kind) {
    case 'query':
      return say({ result: (await pglite.query(request.sql, [...request.parameters])).rows });
    case 'script':
      return say({ result: (await pglite.exec(request.sql)).flatMap(({ rows }) => rows) });
    case 'copyIn':
      await pglite.query(request.sql, [], { blob: new Blob([request.bytes]) });
      return say({ result: undefined });
    case 'copyOut': {
      const { blob } = await pglite.query(request.sql);
      const bytes = await blob!.arrayBuffer();
      return say({ result: new Uint8Array(bytes) }, [bytes]);
    }
    case 'close':
      await pglite.close();
      return say({ result: undefined });
  }
}

/** One process has it, and in it one connection: PostgreSQL need not have room for a hundred. */
const settings = ['max_connections=10', 'shared_buffers=32MB'];

/** @param dataDir folder of PostgreSQL's files, made where there is none */
async function run(dataDir: string): Promise<void> {
  const startParams = [...PGlite.defaultStartParams, ...settings.flatMap((one) => ['-c', one])];
  const pglite = await PGlite.create({ dataDir, startParams });
  let last = Promise.resolve();
  port.on('message', (request: PgliteRequest) => {
    last = last.then(() => answer(pglite, request)).catch((error) => say({ error: failureOf(error) }));
  });
  say({ result: undefined });
}

run(workerData as string).catch((error) => say({ error: failureOf(error) }));
