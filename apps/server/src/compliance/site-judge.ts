import { Worker } from 'node:worker_threads';
import { SiteError, type SiteOptions, siteLayers } from '@tuheng/maintenance';
import type { Layer, Plan, Site } from '@tuheng/standard';
import type { PlanVersion } from '@tuheng/store';
import { LRUCache } from 'lru-cache';
import type { HeldVersions } from '../held-versions/held-versions.ts';
import { Problem } from '../problems/problem.ts';
import type { SiteAnswer, SiteTask } from './site-messages.ts';

/** Plans made ready at a time; each takes about as much memory as its layers. */
const PLANS = 4;
/** Sites that may wait: more would wait longer than anybody does. */
const WAITING = 200;

export interface SiteQuestion {
  readonly version: PlanVersion;
  /** A plan that holds the layers that the first one does not (DLTB, XZQ, KFQ). */
  readonly base?: PlanVersion;
  readonly site: Site;
  readonly options: SiteOptions;
}

/** Judges sites in a thread of its own: a large site, or a plan that has to be made ready first, delays no other answer. */
export class SiteJudge {
  readonly #versions: HeldVersions;
  readonly #kept: LRUCache<string, Promise<unknown>>;
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array | undefined>>();
  #thread: Worker | undefined;
  #asked = 0;

  constructor(versions: HeldVersions) {
    this.#versions = versions;
    this.#kept = new LRUCache<string, Promise<unknown>>({
      max: PLANS,
      dispose: (_, key, reason) => {
        if (reason === 'evict') this.#ask({ kind: 'drop', key }).catch(() => {});
      },
    });
  }

  /**
   * The report as JSON in UTF-8.
   *
   * @throws SiteError; Problem server.busy
   */
  async judge({ version, base, site, options }: SiteQuestion): Promise<Uint8Array> {
    if (this.#waiting.size >= WAITING) throw new Problem('server.busy');
    const key = [version, ...(base ? [base] : [])].map(({ code, number }) => `${code}@${number}`).join('+');
    let kept = this.#kept.get(key);
    if (!kept) {
      kept = this.#keep(key, version, base);
      kept.catch(() => this.#kept.delete(key));
      this.#kept.set(key, kept);
    }
    await kept;
    return (await this.#ask({ kind: 'judge', key, site, options }))!;
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  async #keep(key: string, version: PlanVersion, base: PlanVersion | undefined): Promise<void> {
    const plan = await this.#planOf(version);
    const plans = base ? { plan, base: await this.#planOf(base) } : { plan };
    await this.#ask({ kind: 'keep', key, plans });
  }

  async #planOf(version: PlanVersion): Promise<Plan> {
    const layers = new Map<string, Layer>();
    for (const { code } of await this.#versions.layers(version)) {
      if (siteLayers.has(code)) layers.set(code, (await this.#versions.layer(version, code)).layer);
    }
    const { code, number, content } = version;
    return { name: `${code}@${number}`, digest: content, format: 'memory', layers, notes: [] };
  }

  #ask(task: SiteTask): Promise<Uint8Array | undefined> {
    this.#thread ??= this.#start();
    const id = this.#asked++;
    const waiting = Promise.withResolvers<Uint8Array | undefined>();
    this.#waiting.set(id, waiting);
    this.#thread.postMessage({ id, ...task });
    return waiting.promise;
  }

  #start(): Worker {
    const thread = new Worker(new URL('./site-thread.ts', import.meta.url));
    thread.unref();
    thread.on('message', ({ id, report, error }: SiteAnswer) => {
      const waiting = this.#waiting.get(id)!;
      this.#waiting.delete(id);
      if (error)
        waiting.reject(error.code ? new SiteError(error.code, error.message) : new Error(error.message));
      else waiting.resolve(report);
    });
    // Out of memory, say: those who wait are told, the next one starts another thread, which has to be given its plans again.
    const ended = (reason: Error): void => {
      if (this.#thread !== thread) return;
      this.#thread = undefined;
      this.#kept.clear();
      for (const waiting of this.#waiting.values()) waiting.reject(reason);
      this.#waiting.clear();
    };
    thread.on('error', ended);
    thread.on('exit', () => ended(new Error('the thread that judges sites ended')));
    return thread;
  }
}
