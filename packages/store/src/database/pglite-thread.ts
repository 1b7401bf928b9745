/** The thread in which an embedded database runs: a request at a time, in their order. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { type MigrationSession, migrate } from '../schema/migrate.ts';
import type { Row } from './database.ts';
import { keepNewFiles, keptNewFiles } from './new-files.ts';
import { failureOf, type PgliteAnswer, type PgliteRequest } from './pglite-message.ts';

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

/** @param dataDir folder of PostgreSQL's files; undefined in memory */
async function run(dataDir: string | undefined): Promise<void> {
  const pglite = await started(dataDir);
  let last = Promise.resolve();
  port.on('message', (request: PgliteRequest) => {
    last = last.then(() => answer(pglite, request)).catch((error) => say({ error: failureOf(error) }));
  });
  say({ result: undefined });
}

async function started(dataDir: string | undefined): Promise<PGlite> {
  const place = dataDir === undefined ? {} : { dataDir };
  if (dataDir !== undefined && existsSync(join(dataDir, 'PG_VERSION'))) return PGlite.create(place);
  const kept = await keptNewFiles();
  if (kept) return PGlite.create({ ...place, loadDataDir: kept });
  const pglite = await PGlite.create(place);
  await migrate({
    session: sessionOf(pglite),
    transaction: (work) => pglite.transaction((tx) => work(sessionOf(tx))),
    name: '',
  });
  await keepNewFiles(await pglite.dumpDataDir('none'));
  return pglite;
}

/** What migrations need of one. */
function sessionOf(runner: PGlite | Transaction): MigrationSession {
  return {
    query: async <R extends Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await runner.query<R>(sql, [...parameters])).rows,
    script: async <R extends Row>(sql: string) => (await runner.exec(sql)).flatMap(({ rows }) => rows as R[]),
  };
}

run(workerData as string | undefined).catch((error) => say({ error: failureOf(error) }));
