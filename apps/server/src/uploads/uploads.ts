import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkFile } from '@tuheng/dataset';
import { parseTargets, TargetsError } from '@tuheng/standard';
import { refuseFullDisk } from '../files/free-disk.ts';
import { Problem } from '../problems/problem.ts';
import type { ServerSettings } from '../settings.ts';

/** Hours after the last byte. Of one that was never finished, and of one that was. */
const UNFINISHED = 24;
const FINISHED = 30 * 24;
/** Bytes of a targets file: a page of figures. */
const TARGETS = 1024 ** 2;
/** Bytes of a file that goes with a remark. */
const ATTACHMENT = 100 * 1024 ** 2;

export const uploadPurposes = ['input', 'attachment'] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

/** A file that a client sends in pieces. */
export interface Upload {
  readonly id: string;
  /** Id of the account that sends it: nobody else continues, uses or sees it. */
  readonly account: number;
  readonly name: string;
  /** What it is for: as the input of a job it is checked, and what goes with a remark is nothing that this server reads. */
  readonly purpose: UploadPurpose;
  /** Bytes that it will have, and that are here. */
  readonly length: number;
  readonly offset: number;
  /** UTC, milliseconds. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Each in a folder of its own: what was told of it, and the file under its name. */
type Told = Omit<Upload, 'offset' | 'expiresAt' | 'purpose'> & {
  /** Absent in those of an older program, which knew inputs only. */
  readonly purpose?: UploadPurpose;
};

/** What a client says of a file before it sends it. */
type AnnouncedUpload = Pick<Upload, 'name' | 'purpose' | 'length'>;

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Files that clients send, whole or on the way. How far each has come is the size of its file: no record can say otherwise after a crash. */
export class Uploads {
  readonly #folder: string;
  readonly #limits: ServerSettings['uploads'];
  /** Of each upload that is being written to: how to stop that, and its end. */
  readonly #writers = new Map<string, { readonly stop: AbortController; readonly ended: Promise<unknown> }>();

  #creating: Promise<unknown> = Promise.resolve();

  constructor(folder: string, limits: ServerSettings['uploads']) {
    this.#folder = folder;
    this.#limits = limits;
  }

  get largest(): number {
    return this.#limits.fileBytes;
  }

  /**
   * Announces a file.
   *
   * @param name safe in a folder
   * @throws Problem server.too-large, upload-quota, disk-full
   */
  create(account: number, announced: AnnouncedUpload): Promise<Upload> {
    // One after the other: of two at once each must count the other.
    const creating = this.#creating.then(() => this.#create(account, announced));
    this.#creating = creating.catch(() => {});
    return creating;
  }

  async #create(account: number, { name, purpose, length }: AnnouncedUpload): Promise<Upload> {
    const most = purpose === 'attachment' ? ATTACHMENT : this.#limits.fileBytes;
    if (length > most) throw new Problem('server.too-large', { detail: `最多 ${gigabytes(most)}` });
    const all = await this.#all();
    const own = all.filter((upload) => upload.account === account);
    const used = own.reduce((sum, upload) => sum + upload.length, 0);
    if (used + length > this.#limits.accountBytes)
      throw new Problem('server.upload-quota', {
        detail: `已用 ${gigabytes(used)}，共 ${gigabytes(this.#limits.accountBytes)}`,
      });
    // What the others have still to send is as good as written.
    const awaited = all.reduce((sum, upload) => sum + upload.length - upload.offset, 0);
    await refuseFullDisk(this.#folder, awaited + length);
    const told: Told = {
      id: randomUUID(),
      account,
      name,
      purpose,
      length,
      createdAt: new Date().toISOString(),
    };
    await mkdir(join(this.#folderOf(told.id), 'file'), { recursive: true });
    await writeFile(this.#fileOf(told), '');
    await writeFile(join(this.#folderOf(told.id), 'upload.json'), JSON.stringify(told));
    return this.#measured(told);
  }

  /** One's own, the latest first. */
  async list(account: number): Promise<Upload[]> {
    const own = (await this.#all()).filter((upload) => upload.account === account);
    return own.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  /** One of one's own. @throws Problem server.no-upload */
  async find(account: number, id: string): Promise<Upload> {
    const upload = await this.#read(id);
    if (upload?.account !== account) throw new Problem('server.no-upload', { detail: id });
    return upload;
  }

  /** As `find`, for a client that wants to go on: who asks has given up the connection on which a piece may still be coming in. */
  async findToContinue(account: number, id: string): Promise<Upload> {
    await this.find(account, id);
    await this.#interrupt(id);
    return this.find(account, id);
  }

  /**
   * Adds a piece. The last one has the file checked; what no reader would take is removed.
   *
   * @returns the new offset
   * @throws Problem server.no-upload, upload-busy, upload-offset, upload-cut, too-large; DatasetError as `checkFile`
   */
  async append(account: number, id: string, offset: number, body: Readable): Promise<number> {
    if (this.#writers.has(id)) throw new Problem('server.upload-busy', { detail: id });
    const stop = new AbortController();
    const writing = this.#write(account, id, offset, body, stop.signal);
    this.#writers.set(id, { stop, ended: writing.catch(() => {}) });
    try {
      return await writing;
    } finally {
      this.#writers.delete(id);
    }
  }

  /** Removes one of one's own. @throws Problem server.no-upload */
  async remove(account: number, id: string): Promise<void> {
    await this.findToContinue(account, id);
    await rm(this.#folderOf(id), { recursive: true });
  }

  /** Ends all pieces that are coming in; what is here of them stays, and clients go on later. */
  async interruptAll(): Promise<void> {
    await Promise.all([...this.#writers.keys()].map((id) => this.#interrupt(id)));
  }

  /** Path of a file that is whole, and was sent for this purpose. @throws Problem server.no-upload, upload-unfinished */
  async pathOf(id: string, purpose: UploadPurpose = 'input'): Promise<string> {
    const upload = await this.#read(id);
    if (upload?.purpose !== purpose) throw new Problem('server.no-upload', { detail: id });
    if (upload.offset < upload.length) throw new Problem('server.upload-unfinished', { detail: upload.name });
    const path = this.#fileOf(upload);
    await utimes(path, new Date(), new Date());
    return path;
  }

  /** Removes what nobody has gone on with for long. */
  async removeExpired(): Promise<void> {
    const now = new Date().toISOString();
    for (const { id, expiresAt } of await this.#all()) {
      if (expiresAt < now && !this.#writers.has(id))
        await rm(this.#folderOf(id), { recursive: true, force: true });
    }
  }

  async #write(
    account: number,
    id: string,
    offset: number,
    body: Readable,
    signal: AbortSignal,
  ): Promise<number> {
    const upload = await this.find(account, id);
    if (upload.offset !== offset)
      throw new Problem('server.upload-offset', { detail: `已收到 ${upload.offset} 字节` });
    const path = this.#fileOf(upload);
    try {
      const target = createWriteStream(path, { flags: 'r+', start: offset, flush: true });
      await pipeline(body, noMoreThan(upload.length - offset), target, { signal });
    } catch (cause) {
      throw cause instanceof Problem
        ? cause
        : new Problem('server.upload-cut', { detail: upload.name, cause });
    }
    const { offset: reached, length, purpose } = await this.find(account, id);
    if (reached === length && purpose === 'input') await this.#check(id, path, upload.name);
    return reached;
  }

  /** A database, a package or a workbook; or the targets file that lies beside a plan. */
  async #check(id: string, path: string, name: string): Promise<void> {
    try {
      if (extname(name).toLowerCase() === '.json') parseTargets(await textOf(path, name), name);
      else await checkFile(path);
    } catch (error) {
      await rm(this.#folderOf(id), { recursive: true });
      throw error;
    }
  }

  async #interrupt(id: string): Promise<void> {
    const writer = this.#writers.get(id);
    writer?.stop.abort();
    await writer?.ended;
  }

  async #all(): Promise<Upload[]> {
    const ids = await readdir(this.#folder).catch(() => []);
    const uploads = await Promise.all(ids.map((id) => this.#read(id)));
    return uploads.filter((upload) => upload !== undefined);
  }

  async #read(id: string): Promise<Upload | undefined> {
    if (!isId(id)) return undefined;
    try {
      const text = await readFile(join(this.#folderOf(id), 'upload.json'), 'utf8');
      return await this.#measured(JSON.parse(text) as Told);
    } catch (error) {
      // Not there, or being removed.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async #measured(told: Told): Promise<Upload> {
    const { size, mtimeMs } = await stat(this.#fileOf(told));
    const hours = size < told.length ? UNFINISHED : FINISHED;
    return {
      ...told,
      purpose: told.purpose ?? 'input',
      offset: size,
      expiresAt: new Date(mtimeMs + hours * 3_600_000).toISOString(),
    };
  }

  #folderOf(id: string): string {
    return join(this.#folder, id);
  }

  #fileOf({ id, name }: Pick<Upload, 'id' | 'name'>): string {
    return join(this.#folderOf(id), 'file', name);
  }
}

/** Lets so many bytes through. @throws Problem server.too-large */
function noMoreThan(bytes: number): Transform {
  let left = bytes;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      left -= chunk.length;
      if (left < 0) done(new Problem('server.too-large', { detail: '超过 Upload-Length' }));
      else done(null, chunk);
    },
  });
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

/** @throws TargetsError where it is larger than any targets file */
async function textOf(path: string, name: string): Promise<string> {
  if ((await stat(path)).size > TARGETS) throw new TargetsError(name, '超过 1 MB，不是目标值文件');
  return readFile(path, 'utf8');
}
