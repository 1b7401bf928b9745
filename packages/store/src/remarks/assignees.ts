import { rolesTakingPart, takingPart } from '../accounts/taking-part.ts';
import type { Row, Session } from '../database/database.ts';
import type { Job } from '../jobs/job.ts';

/** An account that a matter can be given to. */
export interface Assignee {
  readonly name: string;
  readonly displayName: string;
}

/** Who can be given a matter of a job, by name: those who take part in it. Of a job about no plan only those of the whole tree, and who asked for it. */
export function listAssignees(
  session: Session,
  { plan, requestedBy }: Pick<Job, 'plan' | 'requestedBy'>,
): Promise<Assignee[]> {
  return session.query<Assignee & Row>(
    `WITH RECURSIVE around AS (
       SELECT r.adcode, r.parent FROM plan p JOIN region r ON r.adcode = p.region WHERE p.code = $1
       UNION
       SELECT r.adcode, r.parent FROM region r JOIN around ON r.adcode = around.parent
     )
     SELECT a.name, a.display_name AS "displayName" FROM account a
     WHERE a.disabled_at IS NULL AND ((a.name = $4 AND NOT EXISTS (SELECT FROM around)) OR EXISTS (
       SELECT FROM role_grant g WHERE g.account = a.id AND g.ended_at IS NULL
         AND (g.region IS NULL OR g.region IN (SELECT adcode FROM around))
         AND CASE WHEN g.verbs IS NULL THEN g.role = ANY ($2::text[]) ELSE g.verbs && $3::text[] END))
     ORDER BY a.name`,
    [plan, rolesTakingPart, takingPart, requestedBy],
  );
}
