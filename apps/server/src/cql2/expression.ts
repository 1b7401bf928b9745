/** Coordinates as written, in the order of the filter's CRS; rings of an area, closed or not as written. */
export interface GeometryLiteral {
  readonly kind: 'points' | 'lines' | 'area';
  /** One array a point, line or ring, `a0, b0, a1, b1 …`. */
  readonly paths: readonly (readonly number[])[];
}

/** What is compared. `at` is the place in the text. */
export type Scalar =
  | { readonly kind: 'property'; readonly name: string; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  /** Case does not matter. */
  | { readonly kind: 'casei'; readonly of: Scalar; readonly at: number };

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A filter of CQL2 (OGC 21-065r2), as far as it is answered here. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'constant'; readonly value: boolean }
  | {
      readonly kind: 'compare';
      readonly left: Scalar;
      readonly operator: Comparison;
      readonly right: Scalar;
      readonly at: number;
    }
  | { readonly kind: 'between'; readonly of: Scalar; readonly low: Scalar; readonly high: Scalar }
  | { readonly kind: 'in'; readonly of: Scalar; readonly list: readonly Scalar[] }
  | { readonly kind: 'like'; readonly of: Scalar; readonly pattern: Scalar }
  | { readonly kind: 'null'; readonly of: Scalar }
  | {
      readonly kind: 'meets' | 'within';
      readonly geometry: GeometryLiteral;
      readonly at: number;
    };
