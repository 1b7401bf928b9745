import type { Row, Session } from '../database/database.ts';
import type { RegionLevel } from '../plans/regions.ts';
import { type Caller, permittedRegions } from './rights.ts';
import type { Verb } from './roles.ts';

/** A region of the tree. */
export interface Region {
  readonly adcode: string;
  /** Adcode of the region around it; null for a province. */
  readonly parent: string | null;
  readonly level: RegionLevel;
  readonly name: string;
}

/** The regions where a caller may do something, those around before those within. */
export function listRegionsFor(session: Session, caller: Caller, verb: Verb): Promise<Region[]> {
  const { sql, parameters } = permittedRegions(caller, verb);
  return session.query<Region & Row>(
    `SELECT adcode, parent, level, name FROM region WHERE adcode IN (${sql})
     ORDER BY array_position(ARRAY['province', 'city', 'county', 'township'], level), adcode`,
    parameters,
  );
}
