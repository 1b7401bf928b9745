import type { InspectionInput, RuleResult, Severity } from '@tuheng/inspection';
import type { Status } from '@tuheng/maintenance';
import type { Confidence } from '@tuheng/standard';

/** Worked down from the doubtful. */
export const statusOrder: readonly Status[] = ['fail', 'undetermined', 'pass', 'notApplicable'];

/** Word and sign of a status: colour is never alone. */
export const statusWords: Readonly<Record<Status, { readonly word: string; readonly sign: string }>> = {
  fail: { word: '不通过', sign: '✕' },
  undetermined: { word: '证据不足', sign: '?' },
  pass: { word: '通过', sign: '✓' },
  notApplicable: { word: '不适用', sign: '–' },
};

/** How sure we are of a source, for people. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  found: '已查证',
  'memory-high': '较可靠，引用前核对原文',
  'memory-medium': '未核实',
  'memory-low': '未核实',
  derived: '推算，未核实',
  suggestion: '本项目建议，未核实',
  none: '未核实',
};

export const roleWords: Readonly<Record<string, string>> = {
  filed: '备案库 A',
  maintained: '维护后 B',
  base: '基础数据',
  targets: '目标值',
  profile: '地方细则',
  filedProjects: '备案重点建设项目清单',
  projects: '重点建设项目清单',
};

export const sideWords: Readonly<Record<string, string>> = {
  filed: '备案',
  maintained: '维护后',
  change: '变更',
};

export const changeWords: Readonly<Record<string, string>> = { '1': '调入', '2': '属性变更', '3': '调出' };

/** Word and sign of a severity: colour is never alone. */
export const severityWords: Readonly<Record<Severity, { readonly word: string; readonly sign: string }>> = {
  error: { word: '错误', sign: '✕' },
  warning: { word: '警告', sign: '!' },
  info: { word: '提示', sign: 'i' },
};

export const ruleStatusWords: Readonly<
  Record<RuleResult['status'], { readonly word: string; readonly sign: string }>
> = {
  failed: { word: '不通过', sign: '✕' },
  notRun: { word: '未执行', sign: '–' },
  passed: { word: '通过', sign: '✓' },
};

export const inspectionRoleWords: Readonly<Record<InspectionInput['role'], string>> = {
  delivery: '质检对象',
  filed: '备案库 A',
  maintained: '维护后 B',
  base: '基础数据',
  neighbour: '相邻县',
  targets: '目标值',
  profile: '地方细则',
};
