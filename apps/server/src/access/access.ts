import type { Verb } from '@tuheng/store';

/**
 * Who may ask a route. Every route says it, or the server does not start.
 *
 * - `anyone`: strangers too.
 * - `signed-in`: any account; the answer is about the account itself.
 * - `operator`: from this machine, or who manages the accounts of the whole tree.
 * - a verb `on`: `plan`, the region of the plan in the path; `region`, the region in the path; `some`, any region at all (the answer holds only what lies in one's own, by SQL);
 *   `tree`, the whole tree; `body`, what the body names, which the handler checks.
 */
export type Access =
  | 'anyone'
  | 'signed-in'
  | 'operator'
  | { readonly verb: Verb; readonly on: 'plan' | 'region' | 'some' | 'tree' | 'body' };

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}
