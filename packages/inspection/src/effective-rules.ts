import {
  type Confidence,
  offReason,
  type Profile,
  type SetThreshold,
  setters,
  sha256,
  underProfiles,
  underThresholds,
} from '@tuheng/standard';
import type { RuleData, RuleParameter, Severity } from './rule-data.ts';

/** What one failed rule costs of 100. */
export const deductions: Readonly<Record<Severity, number>> & {
  readonly source: string;
  readonly confidence: Confidence;
} = {
  error: 12,
  warning: 4,
  info: 1,
  source:
    '类推 GB/T 24356 的 B、C、D 类缺陷扣分（docs/sources.md §3.3），每条不通过的规则扣一次；官方质检细则的权重和合格线未核实',
  confidence: 'suggestion',
};

/** The rules as they apply: the book, over it the profiles from the widest to the narrowest, and over those the thresholds that regions set. */
export class EffectiveRules {
  readonly rules: readonly RuleData[];
  /** From the national base to the last, and the regions that set thresholds. */
  readonly profiles: readonly string[];
  readonly #parameters: ReadonlyMap<string, RuleParameter>;
  readonly #off: ReadonlyMap<string, string>;

  constructor(
    rules: readonly RuleData[],
    profiles: readonly Profile[],
    thresholds: readonly SetThreshold[] = [],
  ) {
    this.rules = rules;
    this.profiles = setters(profiles, thresholds, 'inspection');
    const parameters = new Map<string, RuleParameter>();
    const off = new Map<string, string>();
    for (const { id, parameters: own } of rules) {
      for (const parameter of own) {
        const ofProfiles = underProfiles(parameter, profiles, id);
        parameters.set(`${id}.${parameter.name}`, underThresholds(ofProfiles, thresholds, 'inspection', id));
      }
      const reason = offReason(profiles, id);
      if (reason !== undefined) off.set(id, reason);
    }
    this.#parameters = parameters;
    this.#off = off;
  }

  /** @throws Error where the rule has no such parameter */
  value(rule: string, parameter: string): RuleParameter['value'] {
    const found = this.#parameters.get(`${rule}.${parameter}`);
    if (!found) throw new Error(`rule ${rule} has no parameter ${parameter}`);
    return found.value;
  }

  parametersOf(rule: RuleData): readonly RuleParameter[] {
    return rule.parameters.map(({ name }) => this.#parameters.get(`${rule.id}.${name}`)!);
  }

  /** Why a rule is switched off, and by whom; undefined where it is not. */
  offReason(rule: string): string | undefined {
    return this.#off.get(rule);
  }

  /** The digest that an inspection names (`ruleBook.digest`). */
  digest(): Promise<string> {
    return sha256(JSON.stringify(this.describe()));
  }

  /** All that decides a result, as plain data: what `tuheng rules --json` prints and what is hashed. */
  describe(): readonly object[] {
    return this.rules.map((rule) => ({
      rule: rule.id,
      category: rule.category,
      severity: rule.severity,
      title: rule.title,
      description: rule.description,
      requires: rule.requires,
      basis: rule.basis,
      parameters: this.parametersOf(rule),
      ...(this.offReason(rule.id) === undefined ? {} : { off: this.offReason(rule.id) }),
    }));
  }
}
