import type { Database, Session } from '../database/database.ts';
import { applicationRole, asApplication } from '../schema/roles.ts';

/** A table in which jobs leave one row each time they have their effect. */
export async function createEffectTable(database: Database): Promise<void> {
  await database.script(
    `RESET ROLE;
     CREATE TABLE tuheng.test_effect (job uuid NOT NULL, process integer NOT NULL);
     GRANT SELECT, INSERT ON tuheng.test_effect TO ${applicationRole};
     ${asApplication}`,
  );
}

export async function leaveEffect(session: Session, job: string): Promise<void> {
  await session.query('INSERT INTO test_effect (job, process) VALUES ($1, $2)', [job, process.pid]);
}

/** The processes in which a job had its effect, one entry each time. */
export async function effectsOf(session: Session, job: string): Promise<number[]> {
  const rows = await session.query<{ process: number }>('SELECT process FROM test_effect WHERE job = $1', [
    job,
  ]);
  return rows.map((row) => row.process);
}
