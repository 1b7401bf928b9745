import { confidenceWords } from '@tuheng/dossier';
import {
  categoryTitles,
  deductions,
  type InspectionRule,
  inspectionRules,
  type RuleParameter,
} from '@tuheng/inspection';

const severityWords = { error: '错误', warning: '警告', info: '提示' } as const;

/** The page of rules as Markdown; the same rules give the same text. */
export function inspectionRulesPage(): string {
  const categories = [...new Set(inspectionRules.map(({ category }) => category))];
  return `# 质检规则 Inspection rules

Generated from [packages/inspection/src/rules](../packages/inspection/src/rules) by \`npm run docs\`; do not edit. What a profile sets over these values: [profiles.md](profiles.md).

规则编号为本项目所拟，官方质检细则的编号、权重和合格线未找到（[sources.md](sources.md) §3.4、§11）。错误级规则不通过则不能提交；警告级须说明理由。每条不通过的规则按其最重的问题扣分一次：错误 ${deductions.error}、警告 ${deductions.warning}、提示 ${deductions.info}（${deductions.source}）。前置规则未通过时，规则记为“未执行”，不算通过。

${categories
  .map(
    (category) =>
      `## ${categoryTitles[category]}\n\n${inspectionRules
        .filter((rule) => rule.category === category)
        .map(section)
        .join('\n')}`,
  )
  .join('\n')}`;
}

function section(rule: InspectionRule): string {
  const { id, title, severity, description, parameters, basis, requires, noSubject } = rule;
  return `### ${id} ${title}

${description}

| | |
|---|---|
| 级别 | ${severityWords[severity]} |
${parameters.map(parameterRow).join('')}${basis.map(({ document, source, confidence }) => `| 依据 | ${cell(document)}；${cell(source)}（${confidenceWords[confidence]}） |\n`).join('')}${requires.length > 0 ? `| 前置 | ${requires.map(({ rule: required, grain }) => `${required}（${grain === 'layer' ? '整层' : '逐个图形'}）`).join('、')} |\n` : ''}| 未执行 | ${cell(noSubject)} |
`;
}

function parameterRow({ name, title, value, unit, source, confidence }: RuleParameter): string {
  const shown = Array.isArray(value) ? value.join('、') : String(value);
  return `| 参数 \`${name}\` | ${cell(title)}：**${cell(shown === '' ? '（空）' : shown)}** ${unit}；${cell(source)}（${confidenceWords[confidence]}） |\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
