import type { Database, Row } from './database/database.ts';
import type { JobState } from './jobs/job.ts';
import { jobStates } from './jobs/job.ts';
import { timestamp } from './plans/version.ts';

/** What an operator wants to know of a store. */
export interface StoreState {
  readonly database: {
    readonly kind: Database['kind'];
    /** Of PostgreSQL. */
    readonly version: string;
    /** On its disk. */
    readonly bytes: number;
  };
  readonly jobs: Readonly<Record<JobState, number>>;
  /** The chains of the ledger by name: how many rows each has, and when the last was written (UTC, microseconds). */
  readonly chains: readonly { readonly scope: string; readonly rows: number; readonly lastAt: string }[];
}

/** Reads what a store has to say of itself. */
export async function storeState(database: Database): Promise<StoreState> {
  const [about] = await database.query<{ version: string; bytes: number }>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS bytes`,
  );
  const counts = await database.query<{ state: JobState; n: number }>(
    'SELECT state, count(*)::integer AS n FROM job GROUP BY state',
  );
  const counted = new Map(counts.map(({ state, n }) => [state, n]));
  const chains = await database.query<StoreState['chains'][number] & Row>(
    `SELECT scope, count(*)::integer AS rows, ${timestamp('max(at)')} AS "lastAt" FROM ledger GROUP BY scope ORDER BY scope`,
  );
  return {
    database: { kind: database.kind, ...about! },
    jobs: Object.fromEntries(jobStates.map((state) => [state, counted.get(state) ?? 0])) as Record<
      JobState,
      number
    >,
    chains,
  };
}
