import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const READY_SECONDS = 60;

/**
 * A PostgreSQL server of our own in a temporary folder, reached through a socket in that folder only. `stop` ends it and removes
 * the folder; so does the end of this process, whatever the reason.
 */
export class Cluster {
  readonly bin: string;
  readonly folder: string;
  #server: ChildProcess | undefined;
  readonly #onExit = (): void => this.#stopNow();

  private constructor(bin: string, folder: string) {
    this.bin = bin;
    this.folder = folder;
  }

  /**
   * @param bin folder of PostgreSQL's programs
   * @param settings lines of its configuration
   */
  static async start(bin: string, settings: Readonly<Record<string, string>>): Promise<Cluster> {
    const cluster = new Cluster(bin, mkdtempSync(join(tmpdir(), 'tuheng-pg-')));
    process.once('exit', cluster.#onExit);
    try {
      await cluster.#start(settings);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** Stops the server and removes its folder. */
  async stop(): Promise<void> {
    process.off('exit', this.#onExit);
    const server = this.#server;
    if (server && server.exitCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #start(settings: Readonly<Record<string, string>>): Promise<void> {
    const user = serverUser();
    if (user) chownSync(this.folder, user.uid, user.gid);
    const options = { ...user, cwd: this.folder, env: { ...process.env, LC_ALL: 'C' } };
    const init = ['-D', this.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
    execFileSync(join(this.bin, 'initdb'), init, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
    appendFileSync(join(this.#data, 'postgresql.conf'), `\n${lines.join('\n')}\n`);
    const log = openSync(join(this.folder, 'log'), 'a');
    const server = spawn(join(this.bin, 'postgres'), ['-D', this.#data, '-k', this.folder], {
      ...options,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#server = server;
    for (let waited = 0; !this.#ready(); waited += 0.1) {
      if (server.exitCode !== null || waited > READY_SECONDS) {
        throw new Error(`PostgreSQL did not start:\n${readFileSync(join(this.folder, 'log'), 'utf8')}`);
      }
      await setTimeout(100);
    }
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  #ready(): boolean {
    const { status } = spawnSync(join(this.bin, 'pg_isready'), ['-h', this.folder, '-q']);
    return status === 0;
  }

  /** The same as `stop` for a process that ends and can wait for nothing but a program. */
  #stopNow(): void {
    const stop = ['stop', '-w', '-m', 'immediate', '-D', this.#data];
    spawnSync(join(this.bin, 'pg_ctl'), stop, { ...serverUser(), cwd: this.folder, stdio: 'ignore' });
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user its package made. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
