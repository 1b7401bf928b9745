import { confidenceWords } from '@tuheng/dossier';
import { type ChapterId, chapterTitles, type Rule, ruleBook, ruleBookVersion } from '@tuheng/maintenance';
import { isVerified, layerSpec } from '@tuheng/standard';

type Parameter = Rule['parameters'][number];

/** The page of the review's rules as Markdown; the same rules give the same text. */
export function reviewRulesPage(): string {
  const chapters = [...new Set(ruleBook.map(({ chapter }) => chapter))];
  const parameters = ruleBook.flatMap((rule) => rule.parameters);
  const open = parameters.filter((parameter) => !isVerified(parameter)).length;
  return `# 审查规则 Review rules

Generated from [packages/maintenance/src/rules](../packages/maintenance/src/rules) by \`npm run docs\`; do not edit. Rules on the data themselves: [inspection-rules.md](inspection-rules.md).

\`tuheng review\` 比对备案库 A 与维护后数据库 B，按本页的 ${ruleBook.length} 条规则逐条判定（规则库 ${ruleBookVersion}）。规则编号为本项目所拟。面积都是国家椭球面积，单位 m²；小于容差的碎片作为数据噪声分开统计，除规则另有说明外不参与判定。

${chapters.map((chapter) => `- [${chapterTitles[chapter]}](#${chapterTitles[chapter]})：${rulesOf(chapter).length} 条`).join('\n')}

## 四种判定

| 判定 | 含义 |
|---|---|
| 通过 | 数值齐全，符合规则，所用参数都已核实 |
| 不通过 | 不符合规则；证据列出每个地块及其图形 |
| 证据不足 | 缺少图层、字段、目标值或依据，或要由人判断，或按未核实的参数算出可以通过；写明理由 |
| 不适用 | 本次维护或本县不涉及；地方细则停用的规则也在此列，写明“未执行”、由谁停用和理由 |

不通过的判定使 \`tuheng review\` 以 1 结束，不能发布。证据不足不算通过，由人补充材料或作出判断。

## 参数和未核实的数

规则用到的数都是参数，带有出处和可信程度。可信程度为“${confidenceWords.found}”或“${confidenceWords['memory-high']}”的是已核实；其他是未核实：可以使规则不通过，不能使规则通过（[0005](decisions/0005-unverified-parameters.md)）。本页 ${parameters.length} 个参数中 ${open} 个未核实。写明出处设定一个参数，就是核实它。

同一个参数有几处设定时，后面的优先：规则自带的值 → 地方细则（[profiles.md](profiles.md)，由省到县）→ 规划的目标值文件（[targets.md](targets.md)）→ 行政区在服务上设定的阈值（[services.md](services.md#rules-and-thresholds)）。\`tuheng rules\` 列出实际执行的值和由谁设定；审查结果记下规则库的摘要（\`ruleBook.digest\`）和各处设定的名称（\`ruleBook.profiles\`）。

## 动态维护还是重大修改

${natureText()}

## 地方增设的规则

省、市、县可以在地方细则中用声明的形式增设规则：图层、选取条件、范围、求值、比较、限值（[profiles.md](profiles.md#added-rules)）。增设的规则在“${chapterTitles.added}”一章，同样有四种判定、证据和算法说明。

${chapters.map((chapter) => `## ${chapterTitles[chapter]}\n\n${rulesOf(chapter).map(section).join('\n')}`).join('\n')}`;
}

function rulesOf(chapter: ChapterId): readonly Rule[] {
  return ruleBook.filter((rule) => rule.chapter === chapter);
}

/** How the last chapter decides. */
function natureText(): string {
  return [
    `变更属于动态维护还是重大修改，由“${chapterTitles.nature}”一章在其他规则之后判定：它只看前面各条规则的判定，不另外量算，所以每个结论都能追到数值和地块。`,
    ...rulesOf('nature').map(({ id, title, algorithm }) => `**${title}**（\`${id}\`）：${algorithm}`),
  ].join('\n\n');
}

function section({ id, title, algorithm, layers, parameters, basis }: Rule): string {
  const rows = [
    ...(layers.length > 0 ? [['图层', layers.map(layerText).join('、')]] : []),
    ...parameters.map((parameter) => [`参数 \`${parameter.name}\``, parameterText(parameter)]),
    ...basis.map(({ document, article, source, confidence }) => [
      '依据',
      `${document}${article === undefined ? '' : ` ${article}`}；${source}（${confidenceWords[confidence]}）`,
    ]),
  ];
  return `### ${id} ${title}

${algorithm}

| | |
|---|---|
${rows.map(([name, text]) => `| ${name} | ${cell(text!)} |\n`).join('')}`;
}

function layerText(code: string): string {
  return `${layerSpec(code)?.title ?? ''} ${code}`.trim();
}

function parameterText({ title, value, unit, source, confidence }: Parameter): string {
  return `${title}：**${value}**${unit && ` ${unit}`}；${source}（${confidenceWords[confidence]}）`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
