import type { Row, Session } from '../database/database.ts';
import { schemaName } from '../schema/roles.ts';
import { quoted } from './tables.ts';

/**
 * Runs `work` with the store's own triggers off and foreign keys checked at its end, whatever the order in which rows come. Triggers refuse rows
 * of published versions, which is all that a restore writes. All this within the transaction of the owner: nobody else ever sees them off.
 */
export async function withRulesSuspended(session: Session, work: () => Promise<void>): Promise<void> {
  const triggers = (await triggersOf(session)).filter(({ mode }) => mode !== 'DISABLE');
  const keys = await immediateKeysOf(session);
  for (const { table, name } of triggers) await alter(session, table, `DISABLE TRIGGER ${quoted(name)}`);
  for (const { table, name } of keys)
    await alter(session, table, `ALTER CONSTRAINT ${quoted(name)} DEFERRABLE INITIALLY DEFERRED`);
  await work();
  await session.script('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { table, name } of keys)
    await alter(session, table, `ALTER CONSTRAINT ${quoted(name)} NOT DEFERRABLE`);
  for (const { table, name, mode } of triggers)
    await alter(session, table, `${mode} TRIGGER ${quoted(name)}`);
}

async function alter(session: Session, table: string, change: string): Promise<void> {
  await session.script(`ALTER TABLE ${schemaName}.${quoted(table)} ${change}`);
}

interface Trigger extends Row {
  readonly table: string;
  readonly name: string;
  /** How it is switched to what it was. */
  readonly mode: 'ENABLE' | 'ENABLE ALWAYS' | 'ENABLE REPLICA' | 'DISABLE';
}

function triggersOf(session: Session): Promise<Trigger[]> {
  return session.query<Trigger>(
    `SELECT c.relname AS table, t.tgname AS name,
       CASE t.tgenabled WHEN 'O' THEN 'ENABLE' WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'DISABLE' END AS mode
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = '${schemaName}'::regnamespace AND NOT t.tgisinternal AND t.tgparentid = 0`,
  );
}

/** Foreign keys that are checked with every statement. */
function immediateKeysOf(session: Session): Promise<{ readonly table: string; readonly name: string }[]> {
  return session.query<{ table: string; name: string }>(
    `SELECT c.relname AS table, k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE c.relnamespace = '${schemaName}'::regnamespace AND k.contype = 'f' AND NOT k.condeferrable AND k.conparentid = 0`,
  );
}
