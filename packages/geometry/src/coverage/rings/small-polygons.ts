import { featureCount, type Polygons } from '../../polygons.ts';
import { ringLength, signedRingArea } from '../../ring.ts';
import type { Thresholds } from '../coverage-options.ts';
import type { SmallPolygon } from '../report.ts';

/** Polygons (parts of features) that are tiny, and those that are narrow: mean width 2A/P. A polygon can be both. */
export function checkSizes(
  p: Polygons,
  { tinyArea, narrowWidth }: Thresholds,
): { tiny: SmallPolygon[]; narrow: SmallPolygon[] } {
  const tiny: SmallPolygon[] = [];
  const narrow: SmallPolygon[] = [];
  for (let feature = 0; feature < featureCount(p); feature++) {
    for (let polygon = p.featureStart[feature]!; polygon < p.featureStart[feature + 1]!; polygon++) {
      const ring = p.polygonStart[polygon]!;
      let area = 0;
      let length = 0;
      for (let r = ring; r < p.polygonStart[polygon + 1]!; r++) {
        const one = Math.abs(signedRingArea(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!));
        area += r === ring ? one : -one;
        length += ringLength(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!);
      }
      const meanWidth = length > 0 ? (2 * area) / length : 0;
      if (area >= tinyArea && meanWidth >= narrowWidth) continue;
      const v = 2 * p.ringStart[ring]!;
      const small = { feature, polygon, ring, x: p.xy[v]!, y: p.xy[v + 1]!, area, meanWidth };
      if (area < tinyArea) tiny.push(small);
      if (meanWidth < narrowWidth) narrow.push(small);
    }
  }
  return { tiny, narrow };
}
