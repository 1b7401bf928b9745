import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { App } from '../app.ts';
import { Problem } from '../problems/problem.ts';

/** Streams that one account may have open: several windows, each with its tray and a job. */
const MOST = 12;
/** Milliseconds between two looks. */
const PAUSE = 500;
/** Milliseconds without a word after which a comment is sent, so that proxies do not take the connection for dead (nginx: 60 s). */
const SILENCE = 15_000;
/** Milliseconds. Then the client has to come again, and whoever has signed out meanwhile is not let in. */
const LONGEST = 10 * 60_000;
/** Milliseconds after which a client comes again. */
const RETRY = 2000;

/** Something that is told when it is new and whenever it has changed. */
export interface Told {
  readonly id: string;
  readonly data: object;
}

/** Server-sent events (HTML Living Standard, 9.2): what changes, told as it is, the present state first. */
export class EventStreams {
  readonly #open = new Map<number, number>();
  readonly #stopped = new AbortController();

  /** @param app when it closes, all streams end */
  constructor(app: App) {
    app.addHook('preClose', async () => this.#stopped.abort());
  }

  /**
   * Answers with events of one kind until `isOver` says so.
   *
   * @param look finds everything that is told, as it is now
   * @throws Problem server.too-many-streams
   */
  answer(
    reply: FastifyReply,
    account: number,
    event: string,
    look: () => Promise<readonly Told[]>,
    isOver: (found: readonly Told[]) => boolean,
  ): FastifyReply {
    const open = this.#open.get(account) ?? 0;
    if (open >= MOST) throw new Problem('server.too-many-streams');
    this.#open.set(account, open + 1);
    const gone = new AbortController();
    reply.raw.once('close', () => {
      gone.abort();
      const left = this.#open.get(account)! - 1;
      if (left > 0) this.#open.set(account, left);
      else this.#open.delete(account);
    });
    const signal = AbortSignal.any([gone.signal, this.#stopped.signal]);
    return reply
      .type('text/event-stream')
      .headers({ 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' })
      .send(Readable.from(changes(event, look, isOver, signal)));
  }
}

async function* changes(
  event: string,
  look: () => Promise<readonly Told[]>,
  isOver: (found: readonly Told[]) => boolean,
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield `retry: ${RETRY}\n\n`;
  const told = new Map<string, string>();
  let spoken = performance.now();
  for (const end = spoken + LONGEST; performance.now() < end && !signal.aborted; ) {
    const found = await look();
    for (const { id, data } of found) {
      const text = JSON.stringify(data);
      if (told.get(id) === text) continue;
      told.set(id, text);
      spoken = performance.now();
      yield `event: ${event}\ndata: ${text}\n\n`;
    }
    if (isOver(found)) return;
    if (performance.now() - spoken > SILENCE) {
      spoken = performance.now();
      yield ':\n\n';
    }
    await setTimeout(PAUSE, undefined, { signal }).catch(() => {});
  }
}
