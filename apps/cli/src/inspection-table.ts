import { categoryTitles, type Inspection, type RuleResult } from '@tuheng/inspection';
import { terminalTable } from './terminal-table.ts';

const severities = { error: '错误', warning: '警告', info: '提示' } as const;
const statuses = { failed: '✗ 不通过', notRun: '? 未执行', passed: '✓ 通过' } as const;

/** Causes told under a rule; the report has all. */
const MOST_CAUSES = 3;

/** The rules that did not pass, what blocks on top, the categories with their marks, and whether it may be submitted. */
export function inspectionTable(inspection: Inspection): string {
  const order = ['error', 'warning', 'info'];
  const bySeverity = (a: RuleResult, b: RuleResult) => order.indexOf(a.severity) - order.indexOf(b.severity);
  const failed = inspection.rules.filter(({ status }) => status === 'failed').toSorted(bySeverity);
  const notRun = inspection.rules.filter(({ status }) => status === 'notRun');
  const open = [...failed, ...notRun];
  const causes = (rule: string): string[] => {
    const own = inspection.systematic.filter((cause) => cause.rule === rule);
    return [
      ...own
        .slice(0, MOST_CAUSES)
        .map(
          ({ layer, attribute, message }) => `    ${layer}${attribute ? `.${attribute}` : ''}　${message}`,
        ),
      ...(own.length > MOST_CAUSES ? [`    另有 ${own.length - MOST_CAUSES} 个系统性原因，见报告`] : []),
    ];
  };
  const rules = terminalTable(
    ['结果', '级别', '规则', '', '问题'],
    open.map((rule) => [
      statuses[rule.status],
      severities[rule.severity],
      rule.rule,
      rule.title,
      rule.status === 'failed' ? String(rule.findings) : '',
    ]),
    [4],
    (i) => [...causes(open[i]!.rule), ...(open[i]!.reason ? [`    ${open[i]!.reason}`] : [])],
  );
  const categories = terminalTable(
    ['类别', '规则', '通过', '不通过', '未执行', '问题', '得分'],
    inspection.summary.categories.map(
      ({ category, rules: all, passed, failed: bad, notRun: none, findings, mark }) => [
        categoryTitles[category],
        ...[all, passed, bad, none, findings].map(String),
        mark === null ? '—' : String(mark),
      ],
    ),
    [1, 2, 3, 4, 5, 6],
  );
  const { maySubmit, mark, obstacles } = inspection.summary;
  return [
    ...(open.length > 0 ? [...rules, ''] : []),
    ...categories,
    '',
    `得分 ${mark}（扣分权重未核实）　${maySubmit ? '可以提交' : `不能提交：${obstacles.length} 条错误级规则未通过或因故未执行`}`,
  ].join('\n');
}
