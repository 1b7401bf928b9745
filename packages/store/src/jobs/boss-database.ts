import type { ConstructorOptions } from 'pg-boss';
import type { Database, Row, Session } from '../database/database.ts';

type BossDatabase = NonNullable<ConstructorOptions['db']>;

/** What pg-boss wraps around its locked statements. */
const TRANSACTION = /^\s*BEGIN;([\s\S]*?)COMMIT;\s*$/;

/**
 * The database as pg-boss speaks to it, through our own connections and as the application's role. It sends whole transactions as one text; they are
 * run as ours, so that one that fails leaves no connection in the middle of it.
 */
export function bossDatabase(database: Database): BossDatabase {
  return {
    executeSql: async (text, values) => {
      const [, inner] = TRANSACTION.exec(text) ?? [];
      const rows =
        inner === undefined
          ? await run(database, text, values)
          : await database.transaction((session) => session.script(inner));
      return { rows };
    },
  };
}

/** A transaction of ours as pg-boss speaks to it: for the `db` option of its calls. */
export function bossSession(session: Session): BossDatabase {
  return { executeSql: async (text, values) => ({ rows: await run(session, text, values) }) };
}

/** Only what has no parameters may be several statements. */
function run(session: Session, text: string, values: readonly unknown[] | undefined): Promise<Row[]> {
  return values && values.length > 0 ? session.query(text, values) : session.script(text);
}
