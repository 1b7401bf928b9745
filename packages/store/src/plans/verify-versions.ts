import type { Session } from '../database/database.ts';
import { storedContent } from './stored-layers.ts';
import { listVersions, type PlanVersion } from './version.ts';

/** A version, and the digest that its features have now: another one where something was changed behind the store's back. */
export interface CheckedVersion {
  readonly version: PlanVersion;
  /** Hex. */
  readonly content: string;
}

/** Computes the digest of every version of a plan anew, from the attributes and the shapes of its features. */
export async function verifyVersions(session: Session, code: string): Promise<CheckedVersion[]> {
  const checked: CheckedVersion[] = [];
  for (const version of await listVersions(session, code)) {
    const { content } = await storedContent(session, version.plan, version.number, 'computed');
    checked.push({ version, content: content.toString('hex') });
  }
  return checked;
}
