import { featureCount } from '@tuheng/geometry';
import { type Column, crsOf } from '@tuheng/standard';
import type { NumberedFeatures } from '@tuheng/tiles';
import type { Dataset } from './dataset-file.ts';

const classes = ['0101', '0103', '0301', '0404', '0702', '1006', '1101'];
/** Parcels of a class lie together, metres. */
const BLOCK = 800;
const COUNTY = '230899';

/** An input as a layer DLTB with numbers; where it has no classes they change from block to block of some parcels. */
export function tileInput({ polygons, codes }: Dataset): NumberedFeatures {
  const n = featureCount(polygons);
  const each = (value: (f: number) => string): Column => ({
    kind: 'text',
    values: Array.from({ length: n }, (_, f) => value(f)),
  });
  const blockOf = (f: number): number => {
    const v = 2 * polygons.ringStart[polygons.polygonStart[polygons.featureStart[f]!]!]!;
    const [column, row] = [polygons.xy[v]!, polygons.xy[v + 1]!].map((c) => Math.floor(c / BLOCK)) as [
      number,
      number,
    ];
    return Math.imul(column * 131 + row, 0x9e3779b1) >>> 16;
  };
  const columns = new Map<string, Column>([
    ['BSM', each((f) => `${COUNTY}0000${String(f + 1).padStart(8, '0')}`)],
    ['DLBM', each((f) => codes?.[f] ?? classes[blockOf(f) % classes.length]!)],
  ]);
  return {
    layer: { code: 'DLTB', crs: crsOf(4532)!, polygons, columns },
    ids: Uint32Array.from({ length: n }, (_, f) => f + 1),
  };
}
