import type { LayerReview } from '@tuheng/maintenance';
import type { Changes } from '../desk/queries.ts';

export type LayerReviews = Readonly<Record<string, LayerReview>>;
type Total = Changes['totals'][number];

export interface TypeTotal {
  /** WHLX: 1 调入, 2 属性变更, 3 调出. */
  readonly type: string;
  readonly pieces: number;
  /** m². */
  readonly area: number;
}

/** Of all layers, or of one: pieces and area of each kind of change that there is. */
export function totalsByType(totals: readonly Total[], layer: string | undefined): readonly TypeTotal[] {
  return ['1', '3', '2'].flatMap((type) => {
    const own = totals.filter(
      (total) => total.type === type && (layer === undefined || total.layer === layer),
    );
    const pieces = own.reduce((sum, total) => sum + total.pieces, 0);
    const area = own.reduce((sum, total) => sum + total.area, 0);
    return pieces === 0 ? [] : [{ type, pieces, area }];
  });
}

/** The largest residual of conservation (plane m²) and whether all layers keep theirs. */
export function conservationOf(layers: LayerReviews): { readonly residual: number; readonly holds: boolean } {
  const all = Object.values(layers).map(({ conservation }) => conservation);
  return {
    residual: Math.max(0, ...all.map(({ residual }) => Math.abs(residual))),
    holds: all.every(({ holds }) => holds),
  };
}
