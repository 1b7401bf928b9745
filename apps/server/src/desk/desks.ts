import { type Caller, type Database, type Job, takePart } from '@tuheng/store';
import type { HeldVersions } from '../held-versions/held-versions.ts';
import type { LayerSource } from '../held-versions/layer-source.ts';
import type { JobFiles } from '../jobs/job-files.ts';
import { inputsOf } from '../jobs/job-input.ts';
import { HeldValues } from '../memory/held-values.ts';
import { ShortMemory } from '../memory/short-memory.ts';
import { Problem } from '../problems/problem.ts';
import { deskFiles, type Side, sides } from './desk-files.ts';
import { type LineIndex, readLineIndex } from './line-file.ts';
import { readSideHead, readSideLayer, type SideHead } from './side-files.ts';

/** Milliseconds that someone is believed to see a job: a map asks for hundreds of tiles of it. */
const BELIEVED = 5000;
/** Heads of sides that are remembered. */
const HEADS = 500;
/** Lines whose indexes are remembered. */
const LINES = 5_000_000;

const sideWords: Readonly<Record<Side, string>> = {
  filed: '备案库',
  maintained: '维护后数据库',
  base: '基础数据',
  change: '变更',
};

export interface FoundSide {
  readonly side: Side;
  readonly source: LayerSource;
  /** The version that it is; null where it is kept with the job. */
  readonly version: { readonly plan: string; readonly number: number } | null;
}

/** What finished reviews and inspections left for the desk. */
export class Desks {
  readonly #database: Database;
  readonly #files: JobFiles;
  readonly #versions: HeldVersions;
  readonly #jobs = new ShortMemory<Job>(BELIEVED);
  readonly #heads = new HeldValues<SideHead>(HEADS, () => 1);
  readonly #indexes = new HeldValues<LineIndex<string>>(LINES, ({ ends }) => ends.length);

  constructor(database: Database, files: JobFiles, versions: HeldVersions) {
    this.#database = database;
    this.#files = files;
    this.#versions = versions;
  }

  /** A job that is done and in whose result the caller takes part. @throws StoreError store.no-job; Problem server.no-file */
  find(caller: Caller, id: string): Promise<Job> {
    return this.#jobs.recall(JSON.stringify([caller, id]), async () => {
      const job = await takePart(this.#database, caller, id);
      if (job.state !== 'done') throw new Problem('server.no-file', { detail: id });
      return job;
    });
  }

  folderOf({ id }: Job): string {
    return this.#files.deskOf(id);
  }

  /** The sides that there are of a job. */
  async sides(job: Job): Promise<FoundSide[]> {
    const found: FoundSide[] = [];
    for (const side of sides) {
      const one = await this.#sideOf(job, side);
      if (one) found.push(one);
    }
    return found;
  }

  /** @throws Problem server.no-file */
  async side(job: Job, side: Side): Promise<FoundSide> {
    const found = await this.#sideOf(job, side);
    if (!found) throw new Problem('server.no-file', { detail: `${job.id} ${side}` });
    return found;
  }

  /** The index of a file of lines. @throws Problem server.no-file */
  async index<K extends string>(path: string, name: string): Promise<LineIndex<K>> {
    const found = this.#indexes.get(path, () => readLineIndex(path));
    return found.catch((cause: unknown) => {
      throw new Problem('server.no-file', { detail: name, cause });
    });
  }

  async #sideOf(job: Job, side: Side): Promise<FoundSide | undefined> {
    if (job.kind !== 'review') return undefined;
    const input = inputsOf(job.parameters)[side];
    if (input && 'plan' in input) {
      const version = await this.#versions.find(input.plan, input.version);
      const { code: plan, number } = version;
      return { side, source: this.#versions.source(version), version: { plan, number } };
    }
    const folder = deskFiles.side(this.folderOf(job), side);
    const key = `job:${job.id}/${side}`;
    const head = await this.#heads.get(key, () => readSideHead(folder)).catch(() => undefined);
    if (!head) return undefined;
    const source: LayerSource = {
      key,
      content: `side ${head.content}`,
      title: sideWords[side],
      totals: async () => head.totals,
      read: (code) => readSideLayer(folder, code),
    };
    return { side, source, version: null };
  }
}
