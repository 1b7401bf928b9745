import type { FieldSpec } from '../field.ts';
import type { Provenance } from '../provenance.ts';

/**
 * How a layer's change is computed (standards.md §2.2): `transfer` compares footprints (调入/调出), `reclassify` compares a
 * field over a footprint that stays (属性变更), `none` computes nothing (reference data, or nobody knows what to compare).
 */
export type ChangeMode = 'transfer' | 'reclassify' | 'none';

/** Another field table under which the same layer is delivered. */
export interface FieldVariant {
  readonly title: string;
  readonly fields: readonly FieldSpec[];
}

/** One layer of a plan database; its provenance speaks for the code, the title and the mode. */
export interface LayerSpec extends Provenance {
  /** Code of the standard, upper case. */
  readonly code: string;
  /** 中文名称. */
  readonly title: string;
  /** What its features are; polygons where it is not said. */
  readonly geometry?: 'line';
  /** 要素代码; null where none was found. */
  readonly ysdm: { readonly value: string | null } & Provenance;
  readonly mode: ChangeMode;
  /** The field compared under `reclassify`; null under the other modes. */
  readonly comparedField: string | null;
  /** Fields that hold the area of the shape in m². */
  readonly areaFields: readonly string[];
  /** Those of `areaFields` from which the share KCXS is taken off: gross × (1 − KCXS). */
  readonly netAreaFields: readonly string[];
  /** The main field table, in the order of the standard: what a writer writes. */
  readonly fields: readonly FieldSpec[];
  /** Field tables of other distributions: what a reader also understands. */
  readonly variants?: readonly FieldVariant[];
  /** Other layer names seen in deliveries; the title need not be repeated. */
  readonly aliases: readonly string[];
  /**
   * Named in the scope of dynamic maintenance: the eleven layers of the submission database and the three control lines
   * (standards.md §2.2).
   */
  readonly maintainable: boolean;
}

/** An element code nobody has found. */
export const unknownYsdm: LayerSpec['ysdm'] = {
  value: null,
  source: 'standards.md §2.3',
  confidence: 'none',
};
