import { confidenceWords } from '@tuheng/dossier';
import { categoryTitles, EffectiveRules, inspectionRules, type RuleParameter } from '@tuheng/inspection';
import type { RulesArguments } from './arguments.ts';
import { loadProfiles } from './profile-files.ts';

const severityWords = { error: '错误', warning: '警告', info: '提示' } as const;

/** Runs `tuheng rules`: prints the effective rules with the source and confidence of every number. Returns the exit code. */
export async function rulesCommand(args: RulesArguments): Promise<number> {
  const profiles = await loadProfiles(args.profile);
  const effective = new EffectiveRules(
    inspectionRules,
    profiles.map(({ profile }) => profile),
  );
  const described = effective.describe();
  const digest = await effective.digest();
  if (args.json) {
    process.stdout.write(
      `${JSON.stringify({ digest, profiles: effective.profiles, rules: described }, null, 1)}\n`,
    );
    return 0;
  }
  const lines = [
    `质检规则 ${inspectionRules.length} 条　${effective.profiles.join(' → ')}`,
    `SHA-256 ${digest}`,
  ];
  let category = '';
  for (const rule of inspectionRules) {
    if (rule.category !== category) lines.push('', `【${categoryTitles[rule.category]}】`);
    category = rule.category;
    const off = effective.offReason(rule.id);
    lines.push(
      `${rule.id}  ${severityWords[rule.severity]}  ${rule.title}${off === undefined ? '' : `　（不执行：${off}）`}`,
      `      ${rule.description}`,
      ...effective.parametersOf(rule).map((parameter) => `      ${parameterText(parameter)}`),
      ...rule.basis.map(
        ({ document, source, confidence }) =>
          `      依据：${document}　${source}（${confidenceWords[confidence]}）`,
      ),
      ...(rule.requires.length > 0
        ? [`      前置：${rule.requires.map(({ rule }) => rule).join('、')}`]
        : []),
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function parameterText({ name, title, value, unit, source, confidence }: RuleParameter): string {
  const shown = Array.isArray(value) ? value.join('、') || '（空）' : value === '' ? '（空）' : String(value);
  return `${title} ${name} = ${shown}${unit && ` ${unit}`}　${source}（${confidenceWords[confidence]}）`;
}
