import type { Column } from '@tuheng/standard';
import type { NumberedLayer } from '@tuheng/store';
import { featureCollection } from '../geojson/feature-collection.ts';
import { CRS84 } from '../place/ogc-crs.ts';
import { codeOf } from './changed-features.ts';
import { type RankedChange, type Side, sides } from './ranked-change.ts';

/** The largest features of a change as GeoJSON, both sides in one, with how many were left out. */
export function changeShapes(ranked: RankedChange, most: number): Generator<Buffer> {
  const shown = Math.min(most, ranked.row.length);
  const parts = sides.map((side, place) => ({
    numbered: marked(ranked, side),
    rows: ranked.row.subarray(0, shown).filter((_, rank) => ranked.side[rank] === place),
  }));
  const head = { leftOut: ranked.row.length - shown };
  return featureCollection(head, parts, { crs: CRS84, integers: ['id'] });
}

/** The features of a side, with nothing of their own but what they are found and drawn by. */
function marked(ranked: RankedChange, side: Side): NumberedLayer {
  const { layer, ids } = ranked.change[side];
  const rows = Array.from(ids.keys());
  const columns = new Map<string, Column>([
    ['id', { kind: 'number', values: Float64Array.from(ids) }],
    ['side', { kind: 'text', values: rows.map(() => side) }],
    ['code', { kind: 'text', values: rows.map((row) => codeOf(ranked, side, row)) }],
  ]);
  return { layer: { ...layer, columns }, ids };
}
