import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { note } from '../note.ts';

/** Two workers on two cores: what the machine of the stated figures has. */
export const PARALLEL_WORKERS = 2;

/**
 * Settings that speak for the server: memory for indexes and sorts, every plan that can be parallel is, nothing waits for the
 * disk. Just-in-time compilation is off because it only ever cost time in these queries.
 */
const settings = {
  listen_addresses: "''",
  shared_buffers: '1GB',
  work_mem: '256MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '4GB',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '8GB',
  max_worker_processes: '8',
  max_parallel_workers: String(PARALLEL_WORKERS),
  max_parallel_workers_per_gather: String(PARALLEL_WORKERS),
  min_parallel_table_scan_size: '0',
  min_parallel_index_scan_size: '0',
  parallel_setup_cost: '0',
  parallel_tuple_cost: '0.001',
  // Small /dev/shm of containers would fail parallel joins.
  dynamic_shared_memory_type: 'mmap',
} as const;

/** The same, for people. */
export const settingsText = `shared_buffers ${settings.shared_buffers}, work_mem ${settings.work_mem}, jit off, fsync off`;

/**
 * A PostgreSQL server of our own in a temporary folder, reached through a socket in that folder only. It is stopped and its
 * folder removed by `stop`, and also when this process exits.
 */
export class Cluster {
  readonly bin: string;
  readonly folder: string;
  #running = false;
  readonly #onExit = (): void => this.stop();

  private constructor(bin: string, folder: string) {
    this.bin = bin;
    this.folder = folder;
  }

  static start(bin: string): Cluster {
    const cluster = new Cluster(bin, mkdtempSync(join(tmpdir(), 'tuheng-bench-pg-')));
    process.once('exit', cluster.#onExit);
    try {
      cluster.#start();
    } catch (error) {
      cluster.stop();
      throw error;
    }
    return cluster;
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  #start(): void {
    note('starting a PostgreSQL server in a temporary folder');
    const owner = serverUser();
    if (owner) chownSync(this.folder, owner.uid, owner.gid);
    this.#run('initdb', [
      '-D',
      this.#data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '-N',
    ]);
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
    appendFileSync(join(this.#data, 'postgresql.conf'), `\n${lines.join('\n')}\n`);
    const options = `-k '${this.folder}'`;
    this.#running = true;
    this.#run('pg_ctl', ['start', '-w', '-D', this.#data, '-l', join(this.folder, 'log'), '-o', options]);
  }

  /** Stops the server and removes its folder; does nothing the second time. */
  stop(): void {
    process.off('exit', this.#onExit);
    if (this.#running) {
      this.#running = false;
      spawnSync(join(this.bin, 'pg_ctl'), ['stop', '-w', '-m', 'immediate', '-D', this.#data], {
        ...serverUser(),
        cwd: this.folder,
        stdio: 'ignore',
      });
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  #run(program: string, args: readonly string[]): void {
    const { status, stderr } = spawnSync(join(this.bin, program), args, {
      ...serverUser(),
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      // The server must not inherit a pipe that we would wait for.
      stdio: program === 'pg_ctl' ? 'ignore' : ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${program} failed: ${stderr ?? 'see its log'}`);
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user its package made. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
