import type { Arrangement } from './arrangement/arrange.ts';
import { type Region, traceRegions } from './arrangement/regions.ts';

export interface BoundedRegion {
  readonly region: Region;
  /** Features with an edge on its border, ascending. */
  readonly features: readonly number[];
}

/** Ground that no feature covers: inside the outer boundary where there is one, else enclosed by the layer. */
export function findGaps(arrangement: Arrangement, bounded: boolean): BoundedRegion[] {
  return regionsWhere(arrangement, (face, layer, boundary) =>
    bounded ? layer <= 0 && boundary > 0 : layer <= 0 && face !== 0,
  );
}

/** Ground that the layer covers beyond the outer boundary. */
export function findBeyond(arrangement: Arrangement): BoundedRegion[] {
  return regionsWhere(arrangement, (_, layer, boundary) => layer > 0 && boundary <= 0);
}

function regionsWhere(
  { faces, owners }: Arrangement,
  choose: (face: number, layer: number, boundary: number) => boolean,
): BoundedRegion[] {
  const chosen = new Uint8Array(faces.count);
  for (let f = 0; f < faces.count; f++) {
    chosen[f] = choose(f, faces.cover[2 * f]!, faces.cover[2 * f + 1]!) ? 1 : 0;
  }
  return traceRegions(faces, chosen).map((region) => ({
    region,
    features: [...new Set(region.arcs.flatMap(owners))].sort((a, b) => a - b),
  }));
}
