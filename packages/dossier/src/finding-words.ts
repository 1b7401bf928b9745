import type { RuleStatus, Severity } from '@tuheng/inspection';

export const severityWords: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
};

export const ruleStatusWords: Readonly<Record<RuleStatus, string>> = {
  failed: '不通过',
  notRun: '未执行',
  passed: '通过',
};
