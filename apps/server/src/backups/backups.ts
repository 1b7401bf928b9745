import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Actor, backup, type Database, tellOfSystem } from '@tuheng/store';
import { refuseFullDisk } from '../files/free-disk.ts';
import { Problem } from '../problems/problem.ts';

export interface Backup {
  readonly name: string;
  readonly bytes: number;
  /** UTC. */
  readonly createdAt: string;
}

const ENDING = '.backup';

/** Backups of the whole store, in a folder of the server. One is written at a time, while the server goes on. */
export class Backups {
  readonly #database: Database;
  readonly #folder: string;
  #writing: Promise<Backup> | undefined;

  constructor(database: Database, folder: string) {
    this.#database = database;
    this.#folder = folder;
  }

  get isWriting(): boolean {
    return this.#writing !== undefined;
  }

  /** Writes a backup. @throws Problem server.backup-under-way, disk-full; StoreError store.disk-full, file-unwritable */
  write(actor: Actor, reason: string): Promise<Backup> {
    if (this.#writing) throw new Problem('server.backup-under-way');
    this.#writing = this.#write(actor, reason).finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** The latest first. */
  async list(): Promise<Backup[]> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => name.endsWith(ENDING));
    return (await Promise.all(names.map((name) => this.#told(name)))).sort((a, b) =>
      a.name < b.name ? 1 : -1,
    );
  }

  /** Path of one of them. @throws Problem server.no-file */
  async pathOf(name: string): Promise<string> {
    const found = (await this.list()).find((one) => one.name === name);
    if (!found) throw new Problem('server.no-file', { detail: name });
    return join(this.#folder, found.name);
  }

  /** @throws Problem server.no-file */
  async remove(actor: Actor, name: string, reason: string): Promise<void> {
    const path = await this.pathOf(name);
    await tellOfSystem(this.#database, actor, { verb: 'backup.delete', object: `backup:${name}`, reason });
    await rm(path);
  }

  async #write(actor: Actor, reason: string): Promise<Backup> {
    await mkdir(this.#folder, { recursive: true });
    const [latest] = await this.list();
    await refuseFullDisk(this.#folder, latest?.bytes ?? 0);
    const name = `tuheng-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}${ENDING}`;
    await backup(this.#database, join(this.#folder, name));
    await tellOfSystem(this.#database, actor, { verb: 'backup.create', object: `backup:${name}`, reason });
    return this.#told(name);
  }

  async #told(name: string): Promise<Backup> {
    const { size, mtime } = await stat(join(this.#folder, name));
    return { name, bytes: size, createdAt: mtime.toISOString() };
  }
}
