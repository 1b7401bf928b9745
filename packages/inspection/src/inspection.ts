import type { ArealGeometry } from '@tuheng/geometry';
import type { Confidence, Tolerance } from '@tuheng/standard';
import type { Category, RuleBasis, RuleParameter, Severity } from './rule-data.ts';

/**
 * The result of an inspection, exactly as `inspection.json` holds it (schema: `inspection.schema.json`). Plain data: the same inputs
 * give the same bytes.
 */
export interface Inspection {
  readonly schema: 'tuheng.inspection/1';
  /** Hash of everything below. */
  readonly id: string;
  readonly inputs: readonly InspectionInput[];
  readonly ruleBook: {
    readonly version: string;
    /** Hash of the effective rules: those of the book with all that the profiles set. */
    readonly digest: string;
    /** Names of the profiles, from the national base to the last. */
    readonly profiles: readonly string[];
  };
  readonly tolerance: Tolerance;
  /** True where a delivered dataset says it is invented (the demonstration county). */
  readonly invented: boolean;
  readonly summary: Summary;
  /** In the order of the rule book. */
  readonly rules: readonly RuleResult[];
  /** By rule, then layer, then row, then place. */
  readonly findings: readonly Finding[];
  readonly systematic: readonly Systematic[];
}

export interface InspectionInput {
  readonly role: 'delivery' | 'filed' | 'maintained' | 'base' | 'neighbour' | 'targets' | 'profile';
  readonly name: string;
  readonly digest: string;
  readonly databases: readonly {
    readonly name: string;
    readonly format: string;
    readonly layers: readonly {
      readonly code: string;
      readonly sourceName: string;
      readonly features: number;
      readonly epsg: number | null;
    }[];
    readonly notes: readonly { readonly code: string; readonly layer?: string; readonly message: string }[];
  }[];
}

/** 通过, 不通过, 未执行. */
export type RuleStatus = 'passed' | 'failed' | 'notRun';

/** Why a rule (or part of it) was not run: what it needs failed before; there is nothing to look at; a profile switched it off. */
export type NotRunCause = 'prerequisite' | 'input' | 'profile';

export interface RuleResult {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly title: string;
  /** Failed where it found something graver than a hint. */
  readonly status: RuleStatus;
  /** The gravest of its findings where it failed: what its failure costs. */
  readonly gravest?: Severity;
  /** Findings and systematic causes of this rule. */
  readonly findings: number;
  /** Why it was not run, or what part of it was not; in Chinese. */
  readonly reason?: string;
  readonly cause?: NotRunCause;
  /** What it looked at. */
  readonly subjects: readonly {
    readonly name: string;
    readonly status: RuleStatus;
    readonly findings: number;
    readonly reason?: string;
    readonly cause?: NotRunCause;
  }[];
  readonly basis: readonly RuleBasis[];
  readonly parameters: readonly RuleParameter[];
}

export type FindingGeometry =
  | ArealGeometry
  | { readonly type: 'Point'; readonly coordinates: readonly number[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly (readonly number[])[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly (readonly number[])[])[] };

export interface FeatureName {
  readonly layer: string;
  readonly bsm: string | null;
  /** From 1, in the order of the file. */
  readonly row: number;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Name of the database, where the finding is in one. */
  readonly database: string | null;
  /** The layer, or the file or database the finding is about. */
  readonly layer: string;
  readonly bsm: string | null;
  /** From 1, in the order of the file; null where it is not about a feature. */
  readonly row: number | null;
  readonly others?: readonly FeatureName[];
  readonly attribute?: string;
  readonly message: string;
  /** The fault itself in longitude and latitude, CGCS2000, 9 decimals (0.1 mm). */
  readonly geometry?: FindingGeometry;
  /** m². */
  readonly area?: number;
  readonly measure?: { readonly value: number; readonly unit: string };
  readonly suggestion: string;
}

export interface Systematic {
  readonly cause: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly database: string;
  readonly layer: string;
  readonly attribute?: string;
  readonly count: number;
  readonly message: string;
  readonly suggestion: string;
  readonly examples: readonly Finding[];
}

export interface Summary {
  readonly categories: readonly CategorySummary[];
  /** 100 less the deductions of all categories, never below 0. */
  readonly mark: number;
  /** What one failed rule of a severity costs, with its source. */
  readonly deductions: Readonly<Record<Severity, number>> & {
    readonly source: string;
    readonly confidence: Confidence;
  };
  /** True where no rule of severity 错误 failed and none was kept from running by a fault. */
  readonly maySubmit: boolean;
  /** Why not, in Chinese; empty where it may. */
  readonly obstacles: readonly string[];
}

export interface CategorySummary {
  readonly category: Category;
  readonly title: string;
  readonly rules: number;
  readonly passed: number;
  readonly failed: number;
  readonly notRun: number;
  readonly findings: number;
  /** 100 less the deductions of this category's failed rules, never below 0; null where no rule of it was run. */
  readonly mark: number | null;
}
