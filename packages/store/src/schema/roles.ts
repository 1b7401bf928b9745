import type { Session } from '../database/database.ts';

/** The role everything but the set-up of tables runs as. It owns nothing: it cannot drop the triggers that keep published versions. */
export const applicationRole = 'tuheng_app';

/** Schema of all tables of the store. */
export const schemaName = 'tuheng';

/** Schema of pg-boss: the queue of the jobs. What is in it can be made again from the rows of `job`. */
export const queueSchema = 'pgboss';

/** What a connection runs before it is used. Layers are sorted whole: in memory. */
export const asApplication = `SET ROLE ${applicationRole}; SET search_path TO ${schemaName}; SET work_mem TO '64MB'`;

/** Runs `work` with the rights of the user who connected, until the transaction ends. */
export async function asOwner<T>(tx: Session, work: (session: Session) => Promise<T>): Promise<T> {
  await tx.script('SET LOCAL ROLE NONE');
  return work(tx);
}
