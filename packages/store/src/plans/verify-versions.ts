import type { Session } from '../database/database.ts';
import { lastFeatureOf } from './new-version.ts';
import { storedContent } from './stored-content.ts';
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
    const lastFeature = await lastFeatureOf(session, version);
    const { content } = await storedContent(session, { ...version, lastFeature }, 'computed');
    checked.push({ version, content: content.toString('hex') });
  }
  return checked;
}
