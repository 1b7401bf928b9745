import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BackupFile } from '../backup/backup-file.ts';
import { openDatabase } from '../database/open-database.ts';
import { checkVersions } from '../plans/check-versions.ts';
import { listPlans, listVersions } from '../plans/version.ts';
import { Child } from './child.ts';

/** Features of each plan: enough that an import takes longer than the start of a statement. */
const FEATURES = 3000;
/** Longest time that a process is left to work, milliseconds. */
const LONGEST = 2500;
/** Longest time from the beginning of a piece of work, milliseconds: about what it takes. */
const INTO_WORK = 400;
/** From where on a process is left to work, in turn: from its start, while it makes or opens the store, or from a line that it writes. */
const POINTS = ['start', 'open', 'import', 'publish', 'backup'] as const;
/** After so many kills a new store is begun, so that looking through all of it stays quick. */
const KILLS_OF_A_STORE = 10;

/** In what the processes were when they were killed, and how often. */
export type Interrupted = Readonly<Record<string, number>>;

/**
 * Kills a process that works on a store again and again, each time at a random point, and looks after each at what it left.
 *
 * @param newPlace a data folder in the given folder, or a URL
 * @throws Error, with the seed, where something is lost or half
 */
export async function killAtRandom(
  newPlace: (folder: string) => Promise<string>,
  kills: number,
  seed = Math.floor(Math.random() * 2 ** 31),
): Promise<Interrupted> {
  const random = randomFrom(seed);
  const interrupted: Record<string, number> = {};
  for (let done = 0; done < kills; done += KILLS_OF_A_STORE) {
    const folder = mkdtempSync(join(tmpdir(), 'tuheng-中断-'));
    try {
      const place = await newPlace(folder);
      const told: string[] = [];
      for (let k = 0; k < Math.min(KILLS_OF_A_STORE, kills - done); k++) {
        const state = await workAndKill(place, folder, POINTS[k % POINTS.length]!, random, told);
        interrupted[state] = (interrupted[state] ?? 0) + 1;
        await lookThrough(place, folder, told);
      }
    } catch (cause) {
      throw new Error(`seed ${seed}, of ${JSON.stringify(interrupted)}: ${(cause as Error).message}`, {
        cause,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(`seed ${seed}: killed during ${JSON.stringify(interrupted)}\n`);
  return interrupted;
}

/** @param told versions that processes said were committed; more are added */
async function workAndKill(
  place: string,
  folder: string,
  point: (typeof POINTS)[number],
  random: () => number,
  told: string[],
): Promise<string> {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const child = new Child('busy-store.ts', place, backups, String(FEATURES));
  try {
    if (point !== 'start') await child.says(point);
    await setTimeout(random() * (point === 'start' || point === 'open' ? LONGEST : INTO_WORK));
  } finally {
    await child.kill();
  }
  if (child.errors !== '') throw new Error(child.errors);
  told.push(...child.lines.filter((line) => line.startsWith('version ')));
  const last = child.lines.at(-1) ?? 'start';
  return last.startsWith('version ') || last === 'backed up' ? 'between' : last;
}

async function lookThrough(place: string, folder: string, told: readonly string[]): Promise<void> {
  const database = await openDatabase(place.startsWith('postgres:') ? { url: place } : { folder: place });
  try {
    await checkVersions(database);
    const held = new Set<string>();
    for (const { code } of await listPlans(database)) {
      for (const { number, content } of await listVersions(database, code))
        held.add(`version ${code} ${number} ${content}`);
    }
    const lost = told.filter((version) => !held.has(version));
    if (lost.length > 0) throw new Error(`lost: ${lost.join(', ')}`);
  } finally {
    await database.close();
  }
  const backups = join(folder, 'backups');
  for (const name of readdirSync(backups)) {
    if (name.endsWith('.backup')) await readThrough(join(backups, name));
    rmSync(join(backups, name));
  }
}

async function readThrough(path: string): Promise<void> {
  const file = await BackupFile.open(path);
  try {
    for (const table of file.manifest.tables) {
      let rows = 0;
      for (const slice of table.slices) rows += slice.rows;
      if (rows !== table.rows) throw new Error(`${rows} of ${table.rows} rows of ${table.name} in ${path}`);
      for await (const _ of file.slices(table));
    }
  } finally {
    await file.close();
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
