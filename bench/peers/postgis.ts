import { Readable } from 'node:stream';
import { Cluster } from '@tuheng/store/testing/postgres-cluster.ts';
import { readDatasetFile } from '../inputs/dataset-file.ts';
import type { Answer, Job } from '../kernels.ts';
import type { PostgisVersions } from '../machine.ts';
import { note } from '../note.ts';
import type { Timing } from '../result.ts';
import { median } from '../statistics.ts';
import type { ZoomTiles } from '../tiles-case.ts';
import { copyRows } from './postgis-copy.ts';
import { findPostgis } from './postgis-install.ts';
import { PARALLEL_WORKERS, settings, settingsText } from './postgis-settings.ts';
import { plain, pruned, type Script } from './postgis-sql.ts';
import { calm, tileQueries, tileTable } from './postgis-tiles.ts';
import { psql, StatementTimeout } from './psql.ts';

/** How the database is used: the plain SQL of a GIS engineer, or SQL that drops identical shapes first. */
export type Manner = 'postgis' | 'postgisPruned';

/** A run longer than this is not repeated, seconds. */
const LONG_RUN = 60;

/** psql lines that leave the next statement what is left of the time for all of them. */
const underDeadline = [
  'SELECT greatest(1, floor(1000 * (:deadline - extract(epoch FROM clock_timestamp()))))::bigint AS remaining \\gset',
  'SET statement_timeout = :remaining;',
];

export interface PostgisOptions {
  readonly runs: number;
  /** Seconds after which a run is given up. */
  readonly limit: number;
}

/** PostGIS as a peer, in a server of its own. */
export class Postgis {
  readonly versions: PostgisVersions;
  readonly #cluster: Cluster;
  readonly #tables = new Map<string, string>();

  private constructor(cluster: Cluster, versions: PostgisVersions) {
    this.#cluster = cluster;
    this.versions = versions;
  }

  /** Starts the server, or tells why there is none. */
  static async start(): Promise<Postgis | { readonly skipped: string }> {
    const installation = findPostgis();
    if ('skipped' in installation) return installation;
    note('starting a PostgreSQL server in a temporary folder');
    const cluster = await Cluster.start(installation.bin, settings);
    const versions = `CREATE EXTENSION postgis;
      SELECT json_build_object('postgres', current_setting('server_version'), 'postgis', postgis_lib_version(),
        'geos', postgis_geos_version());`;
    const text = await psql(cluster, [], Readable.from([versions]));
    return new Postgis(cluster, JSON.parse(text) as PostgisVersions);
  }

  stop(): Promise<void> {
    return this.#cluster.stop();
  }

  /** Times a job over the inputs in these files. Loading and indexing them is not timed. */
  async measure(
    job: Job,
    manner: Manner,
    files: readonly string[],
    options: PostgisOptions,
  ): Promise<Timing> {
    const tables: string[] = [];
    for (const file of files) tables.push(await this.#table(file));
    const script = (manner === 'postgis' ? plain : pruned)[job](tables[0]!, tables[1] ?? tables[0]!);
    const settings = await this.#settings(script);
    const runs: number[] = [];
    let answer: Answer = {};
    while (runs.length < options.runs) {
      note(`  ${manner} ${job}, run ${runs.length + 1}`);
      const run = await this.#run(script, options.limit);
      if (run === undefined) {
        return { median: options.limit, runs: [], overLimit: true, settings };
      }
      answer = run.answer;
      runs.push(run.seconds);
      if (run.seconds > LONG_RUN) break;
    }
    return { median: median(runs), runs, settings, answer };
  }

  /**
   * Times the tiles of each zoom over the input in a file, in its own coordinates. Each is cut twice, one after the other, and the second
   * time counts. Making the table of tiles is not timed.
   *
   * @returns seconds of each tile, zoom by zoom
   */
  async measureTiles(file: string, zooms: readonly ZoomTiles[]): Promise<number[][]> {
    const { name, make } = tileTable(await this.#table(file));
    note('  making the table of tiles');
    await psql(this.#cluster, [], Readable.from([`${make.join('\n')}\n`]));
    const result: number[][] = [];
    for (const zoom of zooms) {
      note(`  postgis tiles of zoom ${zoom.z}`);
      const queries = tileQueries(name, zoom).flatMap((query) => [
        query,
        '\\timing on',
        query,
        '\\timing off',
      ]);
      const out = await psql(this.#cluster, [], Readable.from([`${[...calm, ...queries].join('\n')}\n`]));
      result.push([...out.matchAll(/^Time: ([\d.]+) ms/gm)].map(([, time]) => Number(time) / 1000));
    }
    return result;
  }

  /** What the tiles were cut with. */
  get tileSettings(): string {
    return `PostgreSQL ${this.versions.postgres}, PostGIS ${this.versions.postgis}, GEOS ${this.versions.geos}; EPSG:3857, GiST indexed, clustered, analysed, parallel workers ${PARALLEL_WORKERS} at the planner's own costs, ${settingsText}`;
  }

  /** Runs the statements one after the other; their times, as psql's `\timing` tells them, add up. */
  async #run(script: Script, limit: number): Promise<{ seconds: number; answer: Answer } | undefined> {
    const lines = [
      ...script.after,
      `SELECT extract(epoch FROM clock_timestamp()) + ${limit} AS deadline \\gset`,
      ...script.statements.flatMap((statement) => [
        ...underDeadline,
        '\\timing on',
        statement,
        '\\timing off',
      ]),
      ...script.after,
    ];
    try {
      const out = await psql(this.#cluster, [], Readable.from([`${lines.join('\n')}\n`]));
      let seconds = 0;
      let answer: Answer = {};
      for (const line of out.split('\n')) {
        const time = /^Time: ([\d.]+) ms/.exec(line);
        if (time) seconds += Number(time[1]) / 1000;
        else if (line.startsWith('{')) answer = { ...answer, ...(JSON.parse(line) as Answer) };
      }
      return { seconds, answer };
    } catch (error) {
      if (error instanceof StatementTimeout) return undefined;
      throw error;
    }
  }

  /** What the peer ran with, the parallel workers as the planner planned them. */
  async #settings({ statements }: Script): Promise<string> {
    const query = statements.find((statement) => statement.trimStart().startsWith('SELECT'))!;
    const plan =
      statements[0] === query ? await psql(this.#cluster, [], Readable.from([`EXPLAIN ${query}`])) : '';
    const planned = /Workers Planned: (\d+)/.exec(plan)?.[1];
    const workers = `parallel workers ${PARALLEL_WORKERS}${planned ? ` (planned ${planned})` : ''}`;
    return `PostgreSQL ${this.versions.postgres}, PostGIS ${this.versions.postgis}, GEOS ${this.versions.geos}; GiST indexed, analysed, ${workers}, ${settingsText}`;
  }

  /** The table of an input, loaded, indexed and analysed when first needed. */
  async #table(file: string): Promise<string> {
    const known = this.#tables.get(file);
    if (known) return known;
    const table = `layer${this.#tables.size + 1}`;
    note(`  loading ${table} into PostGIS`);
    const create = `CREATE UNLOGGED TABLE ${table} (id integer PRIMARY KEY, code text, geom geometry);`;
    await psql(this.#cluster, [], Readable.from([create]));
    const rows = Readable.from(copyRows(readDatasetFile(file)), { objectMode: false });
    await psql(this.#cluster, ['-c', `COPY ${table} FROM STDIN (FORMAT binary)`], rows);
    const ready = `CREATE INDEX ON ${table} USING gist (geom);\nVACUUM ANALYZE ${table};\n`;
    await psql(this.#cluster, [], Readable.from([ready]));
    this.#tables.set(file, table);
    return table;
  }
}
