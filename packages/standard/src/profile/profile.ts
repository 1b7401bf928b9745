import type { SettableParameter } from '../parameter-form.ts';
import type { Confidence } from '../provenance.ts';
import type { AddedRule } from './added-rule.ts';

/** Name of what stands under every profile: the values the rules themselves carry. */
export const NATIONAL_BASE = '国家基础规则';

/**
 * What a province, city or county sets over the national base: the content of a profile file (docs/profiles.md). Every number carries
 * its source; nothing is switched off without a reason.
 */
export interface Profile {
  readonly schema: 'tuheng.profile/1';
  /** Name for people: 黑龙江省. */
  readonly name: string;
  /** Path of the profile this one builds on, relative to its own file; the national base where missing. */
  readonly extends?: string;
  /** By rule and parameter: `G-06.tinyArea`, `udb.fragments.minimumArea`. */
  readonly parameters?: Readonly<Record<string, ProfileParameter>>;
  readonly rules?: Readonly<Record<string, ProfileRule>>;
  /** Rules on the plan that the national base does not have. */
  readonly added?: readonly AddedRule[];
  readonly aliases?: {
    /** Name in the file → code of the standard. */
    readonly layers?: Readonly<Record<string, string>>;
    /** By layer code: name in the file → field of the standard. */
    readonly fields?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

export interface ProfileParameter {
  readonly value: number | string | readonly string[];
  readonly source: string;
  /** `found` where missing: a profile states what its authors have read. */
  readonly confidence?: Confidence;
}

export interface ProfileRule {
  /** True: the rule is not run. */
  readonly off: boolean;
  readonly reason: string;
}

/** A profile as it was read from a file. */
export interface LoadedProfile {
  readonly profile: Profile;
  /** File name. */
  readonly name: string;
  /** SHA-256 (hex) of the file. */
  readonly digest: string;
}

/** A rule of either book, as far as a profile can set it. */
export interface SettableRule {
  readonly id: string;
  readonly parameters: readonly (SettableParameter & { readonly name: string })[];
}

/** A profile that cannot be used. */
export class ProfileError extends Error {
  readonly code = 'profile.invalid';

  constructor(where: string, what: string) {
    super(`地方细则文件 ${where}：${what}。请对照 docs/profiles.md 修改后再试。`);
    this.name = 'ProfileError';
  }
}
