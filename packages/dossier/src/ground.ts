import {
  featureBox,
  featureCount,
  indexBoxes,
  type Polygons,
  selectFeatures,
  vertexCount,
} from '@tuheng/geometry';
import { landUseClass } from '@tuheng/standard';
import { simplifyForView } from './simplify.ts';

/** Ground farther from every place of interest is left out when there is too much of it, metres. */
export const NEAR = 1500;

/** South-west corner of everything, on whole metres. */
export function originOf(parts: readonly Polygons[]): [number, number] {
  let x = Infinity;
  let y = Infinity;
  for (const { xy } of parts) {
    for (let i = 0; i < xy.length; i += 2) {
      if (xy[i]! < x) x = xy[i]!;
      if (xy[i + 1]! < y) y = xy[i + 1]!;
    }
  }
  return Number.isFinite(x) ? [Math.floor(x), Math.floor(y)] : [0, 0];
}

/** What of a layer is drawn under the places of interest. */
export interface Ground {
  readonly polygons: Polygons;
  /** The features of the layer that they are. */
  readonly features: readonly number[];
  /** How many were left out. */
  readonly left: number;
}

/**
 * A layer simplified for looking at; where it is still larger than `most` vertices, only what lies near the places.
 *
 * @param tolerance metres
 */
export function groundToShow(
  polygons: Polygons,
  places: readonly Polygons[],
  tolerance: number,
  most: number,
): Ground {
  const all = [...Array(featureCount(polygons)).keys()];
  const whole = simplifyForView(polygons, tolerance);
  if (vertexCount(whole) <= most) return { polygons: whole, features: all, left: 0 };
  const index = indexBoxes(whole);
  const near = new Set<number>();
  for (const place of places) {
    for (let f = 0; f < featureCount(place); f++) {
      const [minX, minY, maxX, maxY] = featureBox(place, f);
      for (const found of index.search([minX - NEAR, minY - NEAR, maxX + NEAR, maxY + NEAR])) near.add(found);
    }
  }
  const features = all.filter((f) => near.has(f));
  return { polygons: selectFeatures(whole, features), features, left: all.length - features.length };
}

/** Number of the colour of a land-use class of 2023 among those of a page; a class not seen before is added. */
export function colourIndex(colours: string[], code: string | null): number {
  const hex = code === null ? undefined : landUseClass(code, 2023)?.hex;
  if (hex === undefined) return 0;
  const at = colours.indexOf(hex);
  return at >= 0 ? at : colours.push(hex) - 1;
}
