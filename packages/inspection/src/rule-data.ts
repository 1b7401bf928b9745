import type { Provenance, ThresholdSetting } from '@tuheng/standard';

/** 错误 blocks submission, 警告 must be explained, 提示 informs. */
export type Severity = 'error' | 'warning' | 'info';

/** 完整性, 空间基础, 图形, 拓扑, 属性, 维护层, 图数一致. */
export type Category =
  | 'completeness'
  | 'spatial-reference'
  | 'geometry'
  | 'topology'
  | 'attributes'
  | 'maintenance'
  | 'figures';

/** A number, word or list a rule uses; a profile may set it. */
export interface RuleParameter extends Provenance {
  readonly name: string;
  /** 中文名称. */
  readonly title: string;
  readonly value: number | string | readonly string[];
  /** Empty for words and lists. */
  readonly unit: string;
  /** Who set it, where a region did. */
  readonly set?: ThresholdSetting;
}

/** A document a rule rests on, and how sure we are of it. */
export interface RuleBasis extends Provenance {
  readonly document: string;
}

/**
 * A rule that has to hold before. `layer`: where it failed, the layer is not looked at. `feature`: the features it found are left out
 * (or, in topology, read by the even-odd rule), and a layer with such features cannot pass.
 */
export interface Requirement {
  readonly rule: string;
  readonly grain: 'layer' | 'feature';
}

/** What a rule is without its function: what is printed, hashed and set by profiles. */
export interface RuleData {
  /** Number of the catalogue (standards.md §3.4): T-01. */
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** 中文名称, a few words. */
  readonly title: string;
  /** What is checked and how, one or two sentences in Chinese: what docs/inspection-rules.md prints. */
  readonly description: string;
  readonly basis: readonly RuleBasis[];
  readonly parameters: readonly RuleParameter[];
  /** Rules that come before this one in `inspectionRules`. */
  readonly requires: readonly Requirement[];
  /** Why it is not run where there is no subject, a sentence in Chinese. */
  readonly noSubject: string;
}
