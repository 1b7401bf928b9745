import type { Session } from '../database/database.ts';

/** So many tries without success within the time lock a name for the same time. */
const MOST = 5;
/** Seconds. */
const TIME = 15 * 60;

/**
 * Counts a try to sign in before the password is looked at: whoever tries a hundred at once gets no more than the five. Counted in the database,
 * for all processes, and for names that nobody has as well.
 *
 * @param name digest of the name
 * @returns false while the name is locked; such a try does not count
 */
export async function countTry(session: Session, name: Uint8Array): Promise<boolean> {
  await forgetOld(session);
  const recent = `(SELECT coalesce(array_agg(t), '{}') FROM unnest(a.tries) t WHERE t > clock_timestamp() - $2 * interval '1 second')`;
  const counted = await session.query(
    `INSERT INTO sign_in_attempt AS a (name, tries, last_at) VALUES ($1, ARRAY[clock_timestamp()], clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET
       tries = ${recent} || clock_timestamp(),
       last_at = clock_timestamp(),
       locked_until = CASE WHEN cardinality(${recent}) + 1 >= $3 THEN clock_timestamp() + $2 * interval '1 second' END
     WHERE a.locked_until IS NULL OR a.locked_until <= clock_timestamp()
     RETURNING name`,
    [name, TIME, MOST],
  );
  return counted.length > 0;
}

/** Forgets the tries after one that succeeded. */
export async function forgetTries(session: Session, name: Uint8Array): Promise<void> {
  await session.query('DELETE FROM sign_in_attempt WHERE name = $1', [name]);
}

/** Whether the try that was just counted has locked the name. */
export async function isLocked(session: Session, name: Uint8Array): Promise<boolean> {
  const rows = await session.query(
    'SELECT FROM sign_in_attempt WHERE name = $1 AND locked_until > clock_timestamp()',
    [name],
  );
  return rows.length > 0;
}

/** Some of those that count no more; those that another process is at are left to it. */
async function forgetOld(session: Session): Promise<void> {
  await session.query(
    `DELETE FROM sign_in_attempt WHERE name IN (
       SELECT name FROM sign_in_attempt WHERE last_at < clock_timestamp() - $1 * interval '1 second' LIMIT 100 FOR UPDATE SKIP LOCKED
     )`,
    [TIME],
  );
}
