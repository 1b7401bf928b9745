import { adcodeOf } from '../regions/region-field.tsx';
import type { Grant, Roles } from './account-queries.ts';

/** What the fields of a role hold. */
export interface TypedGrant {
  readonly role: Grant['role'];
  readonly region: string;
  readonly verbs: Grant['verbs'];
}

/** A grant as the API is asked for it: with verbs of its own only where they are not those of the role, which may come to mean more one day. */
export function askedGrant({ role, region, verbs }: TypedGrant, all: Roles) {
  const usual = all.roles.find((one) => one.role === role)?.verbs ?? [];
  const isUsual = usual.length === verbs.length && verbs.every((verb) => usual.includes(verb));
  return { role, region: adcodeOf(region), ...(!isUsual && { verbs }) };
}
