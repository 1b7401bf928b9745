import {
  effectiveRuleBook,
  type RuleDescription,
  ruleBookDigest,
  ruleBookVersion,
} from '@tuheng/maintenance';
import { type Profile, setters, type TargetsFile } from '@tuheng/standard';

type Parameter = RuleDescription['parameters'][number];

/** The rule book of a review under files, with who set what. */
export interface EffectiveReview {
  readonly version: string;
  /** As the review names it: without the targets file, which is an input of its own. */
  readonly digest: string;
  readonly profiles: readonly string[];
  readonly rules: readonly (Omit<RuleDescription, 'parameters'> & {
    /** `setBy`: the profile or the targets file; absent where the value is the rule's own. */
    readonly parameters: readonly (Parameter & { readonly setBy?: string })[];
  })[];
  /** Parameters that the targets file sets and no rule has. */
  readonly strays: readonly string[];
}

/** @param profiles from the widest to the narrowest */
export async function effectiveReview(
  profiles: readonly Profile[],
  targets: TargetsFile | undefined,
): Promise<EffectiveReview> {
  const rules = effectiveRuleBook({ profiles, targets });
  const keys = new Set(rules.flatMap(({ id, parameters }) => parameters.map(({ name }) => `${id}.${name}`)));
  const setBy = (key: string): string | undefined =>
    targets?.parameters?.[key]
      ? '目标值文件'
      : profiles.findLast(({ parameters }) => parameters?.[key] !== undefined)?.name;
  return {
    version: ruleBookVersion,
    digest: await ruleBookDigest([], profiles),
    profiles: setters(profiles, [], 'review'),
    rules: rules.map((rule) => ({
      ...rule,
      parameters: rule.parameters.map((parameter) => {
        const who = setBy(`${rule.id}.${parameter.name}`);
        return { ...parameter, ...(who === undefined ? {} : { setBy: who }) };
      }),
    })),
    strays: Object.keys(targets?.parameters ?? {}).filter((key) => !keys.has(key)),
  };
}
