import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generateCounty } from '@tuheng/demonstration';
import {
  createAccount,
  type Database,
  type GrantRequest,
  importPlan,
  issueApiToken,
  openDatabase,
  type Verb,
  verbs,
} from '@tuheng/store';
import { createServerDatabase, hasServer } from '@tuheng/store/testing/databases.ts';
import { copyOncePerRun } from '@tuheng/store/testing/once-per-run.ts';
import { afterAll, beforeAll, describe } from 'vitest';
import type { JobWork } from '../jobs/job-work.ts';
import { defaultSettings, type ServerSettings } from '../settings.ts';
import { type RunningServer, startServer } from '../start-server.ts';

/** Who makes what tests need. */
export const actor = { name: 'test', origin: 'localhost' };

/** Code of the plan that a test server holds: a demonstration county. */
export const plan = '230898';

/** A server on an embedded database with a small demonstration county, and people who ask it. */
export class TestServer {
  readonly database: Database;
  readonly running: RunningServer;

  constructor(database: Database, running: RunningServer) {
    this.database = database;
    this.running = running;
  }

  /** Makes an account with these grants and returns a token that may all that the account may. */
  async tokenOf(name: string, ...grants: readonly GrantRequest[]): Promise<string> {
    await createAccount(this.database, actor, { name, displayName: name, grants, reason: 'test' });
    const { secret } = await issueApiToken(this.database, actor, {
      account: name,
      title: 'test',
      verbs: Object.keys(verbs) as Verb[],
      region: null,
      days: 1,
    });
    return secret;
  }

  /** Asks with a token; without one as a stranger. */
  ask(path: string, { token, ...init }: RequestInit & { readonly token?: string } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    return fetch(`${this.running.address}${path}`, { ...init, headers, redirect: 'manual' });
  }

  /** Asks for what may take long to be made, again as long as the answer is that it is under way (202): a busy machine is slow. */
  async made(path: string, token?: string): Promise<Response> {
    for (;;) {
      const answer = await this.ask(path, token === undefined ? {} : { token });
      if (answer.status !== 202) return answer;
      await setTimeout(500);
    }
  }

  /** Sends JSON. */
  send(method: string, path: string, body: unknown, token?: string): Promise<Response> {
    return this.ask(path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      ...(token !== undefined && { token }),
    });
  }

  async json<T>(path: string, token?: string): Promise<T> {
    const answer = await this.ask(path, token === undefined ? {} : { token });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

/** One server on an embedded database for all tests of a file. */
export function withServer(changed: Partial<ServerSettings> = {}, work?: JobWork): () => TestServer {
  return serverOn(embeddedWithCounty, changed, work);
}

/** The same tests over an embedded database and over a PostgreSQL server. */
export function onEachKind(title: string, tests: (server: () => TestServer) => void): void {
  describe(`${title} (PGlite)`, () => tests(withServer()));
  describe.skipIf(!hasServer())(`${title} (PostgreSQL)`, () =>
    tests(serverOn(async () => withCounty(await openDatabase({ url: await createServerDatabase() })))),
  );
}

/** The county is taken in once for the embedded databases of all test files: each gets a copy of the data folder. */
async function embeddedWithCounty(folder: string): Promise<Database> {
  const place = { folder: join(folder, 'data') };
  const make = async (made: string): Promise<void> =>
    (await withCounty(await openDatabase({ folder: made }))).close();
  await copyOncePerRun('embedded-with-county', make, place.folder);
  return openDatabase(place);
}

async function withCounty(database: Database): Promise<Database> {
  const county = generateCounty({ seed: 1, parcels: 3000 });
  await importPlan(database, actor, { plan: county.filed, code: plan, reason: 'test' });
  return database;
}

function serverOn(
  open: (folder: string) => Promise<Database>,
  changed: Partial<ServerSettings> = {},
  work?: JobWork,
): () => TestServer {
  let folder: string;
  let server: TestServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuheng-server-'));
    const database = await open(folder);
    const settings = {
      ...defaultSettings,
      port: 0,
      folder: join(folder, 'server'),
      logLevel: 'silent',
    } as const;
    const running = await startServer(database, { ...settings, ...changed }, work);
    server = new TestServer(database, running);
  });
  afterAll(async () => {
    await server?.running.stop();
    await server?.database.close();
    await rm(folder, { recursive: true, force: true });
  });
  return () => server;
}
