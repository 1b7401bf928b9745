import type { Confidence } from '../provenance.ts';

/**
 * A rule that a profile adds, in the declarative form of docs/profiles.md: of the features of a layer that meet `where`, as far as they lie
 * `within` or `outside` the ground of another layer, `measure` is compared with a limit.
 */
export interface AddedRule {
  /** Stable, with the province or county in front: `hlj.forest-not-reduced`. */
  readonly id: string;
  readonly title: string;
  /** Code of the standard. */
  readonly layer: string;
  /** All of them have to hold; all features where missing. */
  readonly where?: Condition | readonly Condition[];
  readonly within?: Ground;
  readonly outside?: Ground;
  readonly measure: AddedMeasure;
  readonly compare: 'notLess' | 'notMore' | 'equals' | 'unchanged';
  /** `filed`: the same measure of the filed database. */
  readonly limit: 'filed' | Quantity;
  /** How far the measure may miss the limit; what rounding can do, where missing. */
  readonly tolerance?: Quantity;
  /** Where the rule stands written. */
  readonly source: string;
  /** `found` where missing. An unverified rule may fail, and never passes. */
  readonly confidence?: Confidence;
  readonly basis: readonly AddedBasis[];
  /** A sentence before the figures of the explanation, with `{before}`, `{after}`, `{limit}` in it. */
  readonly explanation?: string;
}

/** What a feature must have in a field of its layer; of the tests exactly one. */
export type Condition =
  | { readonly not: Condition }
  | ({ readonly field: string } & (
      | { readonly equals: FieldValue }
      | { readonly in: readonly FieldValue[] }
      | { readonly startsWith: readonly string[] }
      /** Both ends included. */
      | { readonly between: readonly [least: number, most: number] }
    ));

export type FieldValue = string | number;

/** The ground of a layer, or of those of its features that meet `where`. */
export interface Ground {
  readonly layer: string;
  readonly where?: Condition | readonly Condition[];
}

/**
 * - `area`: the ground covered;
 * - `patches`, `largestPatch`: of the ground, dissolved;
 * - `count`: features;
 * - `shareOf`: the ground as a share of the whole `layer`, of the layer `within` the same restriction, or of what `where` has `selected`
 *   without the restriction;
 * - `meanOf`: a field, weighted by area; `sumOf`: a field over the features.
 */
export type AddedMeasure =
  | 'area'
  | 'patches'
  | 'largestPatch'
  | 'count'
  | { readonly shareOf: 'layer' | 'within' | 'selected' }
  | { readonly meanOf: string }
  | { readonly sumOf: string };

/** A number in a unit: an area (m², ha, 公顷, km², 亩, 万亩), `%`, `个`, or for a field whatever it is in. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** A document the rule rests on; `source` and `confidence` are those of the rule where missing. */
export interface AddedBasis {
  readonly document: string;
  readonly article?: string;
  readonly source?: string;
  readonly confidence?: Confidence;
}
