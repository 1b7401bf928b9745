import { confidenceWords } from '@tuheng/dossier';
import { categoryTitles, type EffectiveRules, type RuleParameter } from '@tuheng/inspection';
import { chapterTitles } from '@tuheng/maintenance';
import { layerSpec, type Provenance } from '@tuheng/standard';
import type { EffectiveReview } from './effective-review.ts';

const severityWords = { error: '错误', warning: '警告', info: '提示' } as const;

/** The rules of the review for a terminal, chapter by chapter. */
export function reviewRulesText({ version, digest, profiles, rules, strays }: EffectiveReview): string {
  const lines = [
    `审查规则 ${rules.length} 条　${profiles.join(' → ')}`,
    `规则库 ${version}　SHA-256 ${digest}`,
    ...strays.map((key) => `注意：目标值文件设定的参数 ${key} 不属于任何规则，没有作用`),
  ];
  let chapter = '';
  for (const rule of rules) {
    if (rule.chapter !== chapter) lines.push('', `【${chapterTitles[rule.chapter]}】`);
    chapter = rule.chapter;
    lines.push(
      `${rule.id}  ${rule.title}${rule.addedBy === undefined ? '' : `　（${rule.addedBy}增设）`}${offText(rule.off)}`,
      `      ${rule.algorithm}`,
      ...(rule.layers.length > 0
        ? [`      图层：${rule.layers.map((code) => `${layerSpec(code)?.title ?? ''} ${code}`).join('、')}`]
        : []),
      ...rule.parameters.map(
        (parameter) =>
          `      ${parameterText(parameter)}${parameter.setBy === undefined ? '' : `　由${parameter.setBy}设定`}`,
      ),
      ...rule.basis.map(basisText),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The rules of the inspection for a terminal, category by category. */
export function inspectionRulesText(effective: EffectiveRules, digest: string): string {
  const { rules, profiles } = effective;
  const lines = [`质检规则 ${rules.length} 条　${profiles.join(' → ')}`, `SHA-256 ${digest}`];
  let category = '';
  for (const rule of rules) {
    if (rule.category !== category) lines.push('', `【${categoryTitles[rule.category]}】`);
    category = rule.category;
    lines.push(
      `${rule.id}  ${severityWords[rule.severity]}  ${rule.title}${offText(effective.offReason(rule.id))}`,
      `      ${rule.description}`,
      ...effective.parametersOf(rule).map((parameter) => `      ${parameterText(parameter)}`),
      ...rule.basis.map(basisText),
      ...(rule.requires.length > 0
        ? [`      前置：${rule.requires.map(({ rule: required }) => required).join('、')}`]
        : []),
    );
  }
  return `${lines.join('\n')}\n`;
}

function offText(reason: string | undefined): string {
  return reason === undefined ? '' : `　（不执行：${reason}）`;
}

function parameterText({ name, title, value, unit, source, confidence }: RuleParameter): string {
  const shown = Array.isArray(value) ? value.join('、') || '（空）' : value === '' ? '（空）' : String(value);
  return `${title} ${name} = ${shown}${unit && ` ${unit}`}　${source}（${confidenceWords[confidence]}）`;
}

function basisText({
  document,
  article,
  source,
  confidence,
}: Provenance & { readonly document: string; readonly article?: string }): string {
  return `      依据：${document}${article === undefined ? '' : ` ${article}`}　${source}（${confidenceWords[confidence]}）`;
}
