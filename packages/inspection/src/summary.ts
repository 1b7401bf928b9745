import { deductions } from './effective-rules.ts';
import type { CategorySummary, RuleResult, Summary } from './inspection.ts';
import type { Category } from './rule-data.ts';

/** 中文名称 of the categories, in the order of the book. */
export const categoryTitles: Readonly<Record<Category, string>> = {
  completeness: '完整性',
  'spatial-reference': '空间基础',
  geometry: '图形',
  topology: '拓扑',
  attributes: '属性',
  maintenance: '维护层',
  figures: '图数一致',
};

/**
 * The mark and whether the delivery may be submitted. Each failed rule costs what its gravest finding costs, once, however many it has;
 * it may be submitted where no rule found an 错误 and none of severity 错误 was kept from running by a fault.
 */
export function summarise(results: readonly RuleResult[]): Summary {
  const cost = results
    .filter(({ status }) => status === 'failed')
    .reduce((sum, result) => sum + costOf(result), 0);
  const serious = results.filter(({ severity }) => severity === 'error');
  const obstacles = [
    ...results
      .filter(({ status, gravest, severity }) => status === 'failed' && (gravest ?? severity) === 'error')
      .map(({ rule, title, findings }) => `${rule} ${title}：${findings} 处`),
    ...serious
      .filter(({ status, cause }) => status === 'notRun' && cause === 'prerequisite')
      .map(({ rule, title }) => `${rule} ${title}：前置规则未通过，未执行`),
  ];
  return {
    categories: (Object.keys(categoryTitles) as Category[]).map((category) =>
      summariseCategory(
        category,
        results.filter((result) => result.category === category),
      ),
    ),
    mark: Math.max(0, 100 - cost),
    deductions,
    maySubmit: obstacles.length === 0,
    obstacles,
  };
}

function summariseCategory(category: Category, results: readonly RuleResult[]): CategorySummary {
  const count = (status: RuleResult['status']) => results.filter((result) => result.status === status).length;
  const failed = results.filter(({ status }) => status === 'failed');
  const cost = failed.reduce((sum, result) => sum + costOf(result), 0);
  return {
    category,
    title: categoryTitles[category],
    rules: results.length,
    passed: count('passed'),
    failed: failed.length,
    notRun: count('notRun'),
    findings: results.reduce((sum, { findings }) => sum + findings, 0),
    mark: count('notRun') === results.length ? null : Math.max(0, 100 - cost),
  };
}

function costOf({ gravest, severity }: RuleResult): number {
  return deductions[gravest ?? severity];
}
