import type { Box } from '@tuheng/geometry';
import { roundArea, textAt } from '@tuheng/standard';
import { lonLatBox } from '../features/lon-lat-box.ts';
import { type RankedChange, type Side, sides } from './ranked-change.ts';

/** A feature that only one of two states has. */
export interface ChangedFeature {
  readonly id: number;
  readonly side: Side;
  readonly bsm: string | null;
  /** The title of its class, or of a layer without classes its own name. */
  readonly label: string | null;
  /** Of its class. */
  readonly code: string | null;
  /** m², 2 decimals. */
  readonly area: number;
  readonly box: Box | null;
}

/** So many features of a change from a rank on. */
export function changedFeatures(ranked: RankedChange, offset: number, limit: number): ChangedFeature[] {
  const features: ChangedFeature[] = [];
  const end = Math.min(offset + limit, ranked.row.length);
  for (let rank = offset; rank < end; rank++) {
    const side = sides[ranked.side[rank]!]!;
    const row = ranked.row[rank]!;
    const { layer, ids } = ranked.change[side];
    const code = codeOf(ranked, side, row);
    features.push({
      id: ids[row]!,
      side,
      bsm: textAt(layer, 'BSM', row),
      label: code === null ? textAt(layer, 'MC', row) : titleOf(ranked, side, row),
      code,
      area: roundArea(ranked.area[rank]!),
      box: lonLatBox(layer, row),
    });
  }
  return features;
}

/** Code of a feature's class; null where the layer has no classes, or the feature none. */
export function codeOf({ classes }: RankedChange, side: Side, row: number): string | null {
  const { field, classes: all, of } = classes[side];
  return field === null ? null : all[of[row]!]!.code || null;
}

function titleOf({ classes }: RankedChange, side: Side, row: number): string {
  const { classes: all, of } = classes[side];
  return all[of[row]!]!.title;
}
