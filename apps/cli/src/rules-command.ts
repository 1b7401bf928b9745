import { EffectiveRules, inspectionRules } from '@tuheng/inspection';
import type { RulesArguments } from './arguments.ts';
import { effectiveReview } from './effective-review.ts';
import { loadProfiles } from './profile-files.ts';
import { inspectionRulesText, reviewRulesText } from './rule-texts.ts';
import { loadTargets } from './targets-file.ts';

/** Runs `tuheng rules`: prints the effective rules with the source and confidence of every number, and who set it. Returns the exit code. */
export async function rulesCommand(args: RulesArguments): Promise<number> {
  const profiles = (await loadProfiles(args.profile)).map(({ profile }) => profile);
  const targets = await loadTargets(args.targets, []);
  const review = await effectiveReview(profiles, targets?.file);
  const effective = new EffectiveRules(inspectionRules, profiles);
  const digest = await effective.digest();
  if (args.json) {
    const inspection = { digest, profiles: effective.profiles, rules: effective.describe() };
    const books = { review, inspection, both: { ...inspection, review } };
    process.stdout.write(`${JSON.stringify(books[args.book ?? 'both'], null, 1)}\n`);
    return 0;
  }
  const texts = { review: reviewRulesText(review), inspection: inspectionRulesText(effective, digest) };
  process.stdout.write(args.book ? texts[args.book] : `${texts.review}\n\n${texts.inspection}`);
  return 0;
}
