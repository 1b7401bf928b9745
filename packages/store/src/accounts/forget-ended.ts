import type { Actor } from '../actor.ts';
import type { Database } from '../database/database.ts';
import { tellOfAccounts } from './tell.ts';

/** Days that a session, token or link is kept after it ended or expired: who looks into an incident finds those of a quarter. */
const KEPT = 90;

/**
 * Forgets sessions, tokens and links that ended or expired long ago, and tells in the ledger how many, if any.
 *
 * @returns how many
 */
export function forgetEnded(database: Database, actor: Actor, days = KEPT): Promise<number> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<{ n: number }>('SELECT forget_ended($1) AS n', [days]);
    const { n } = row!;
    if (n > 0) {
      await tellOfAccounts(tx, actor, {
        verb: 'account.forget',
        object: 'ended-secrets',
        reason: `结束或过期超过 ${days} 天的会话、令牌和链接 ${n} 个`,
      });
    }
    return n;
  });
}
