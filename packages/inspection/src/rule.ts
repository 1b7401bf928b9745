import type { Polygons } from '@tuheng/geometry';
import type { DeliveredDatabase } from '@tuheng/standard';
import type { InspectedLayer } from './inspected-layer.ts';
import type { InspectionContext } from './inspection-context.ts';
import type { RuleData, Severity } from './rule-data.ts';

/** One thing a rule looks at: a layer, several that belong together, a database, or (with neither) the delivery. */
export interface Subject {
  /** Name for people and results: GHFQ, STBHHX∩YJJBNTBHTB, a file name. */
  readonly name: string;
  readonly database?: DeliveredDatabase;
  readonly layers: readonly InspectedLayer[];
}

/**
 * A rule of the inspection: data, and one function. Its doc comment tells the algorithm in plain words, the unit of every number, and
 * the source.
 */
export interface InspectionRule extends RuleData {
  subjects(context: InspectionContext): readonly Subject[];
  inspect(subject: Subject, context: InspectionContext): RuleOutcome;
}

export interface RuleOutcome {
  readonly findings: readonly RuleFinding[];
  /** Causes that make a whole layer wrong, each named once instead of feature by feature. */
  readonly systematic?: readonly SystematicFinding[];
  /** Why the subject could not be judged (part of it, where there are findings), a sentence in Chinese. */
  readonly notRun?: string;
}

/** Where a fault is, in the coordinates of the layer's plane. */
export type Place =
  /** One polygon: closed rings `x, y, x, y, …`, the outer one first. */
  | { readonly kind: 'rings'; readonly rings: readonly (readonly number[])[] }
  | { readonly kind: 'feature'; readonly polygons: Polygons; readonly feature: number }
  /** Lines of two points; a line from a point to itself is a point. */
  | {
      readonly kind: 'segments';
      readonly segments: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[];
    };

/** One fault. */
export interface RuleFinding {
  /** Missing where the fault is of the delivery or of a database. */
  readonly layer?: InspectedLayer;
  /** Where it is not a layer's: name of the database, file or layer concerned. */
  readonly object?: string;
  readonly feature?: number;
  /** Others that take part: the second feature of an overlap, the features around a gap. */
  readonly others?: readonly { readonly layer: InspectedLayer; readonly feature: number }[];
  /** Name of the field. */
  readonly attribute?: string;
  /** What is wrong, a sentence in Chinese with the figures in it; the layer and the feature need not be repeated. */
  readonly message: string;
  readonly place?: Place;
  /** m² of the faulty ground (plane), where it has an area. */
  readonly area?: number;
  /** Another measure: an angle in °, a width or distance in m, a difference in m². */
  readonly measure?: { readonly value: number; readonly unit: string };
  /** What to do, a sentence in Chinese. */
  readonly suggestion: string;
  /** Where one rule knows faults of different weight; the rule's own otherwise. */
  readonly severity?: Severity;
  /** False where rules that require this one can judge the layer or feature all the same: a ring that runs the wrong way. */
  readonly blocks?: false;
}

/** One cause behind the same fault of many features. */
export interface SystematicFinding {
  /** Stable code: `area.geodesic`, `crs.swapped-axes`. */
  readonly cause: string;
  readonly layer: InspectedLayer;
  readonly attribute?: string;
  /** Features it is seen in. */
  readonly count: number;
  /** What is wrong and why we think so, in Chinese. */
  readonly message: string;
  readonly suggestion: string;
  readonly severity?: Severity;
  /** Up to three. */
  readonly examples: readonly RuleFinding[];
}
