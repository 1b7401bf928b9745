import type { Row, Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
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

/** A region of the tree. @throws StoreError store.unknown-region */
export async function findRegion(session: Session, adcode: string): Promise<Region> {
  const [region] = await session.query<Region & Row>(
    'SELECT adcode, parent, level, name FROM region WHERE adcode = $1',
    [adcode],
  );
  if (!region) throw new StoreError('store.unknown-region', adcode);
  return region;
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
