import { featureCount, type Polygons } from '../polygons.ts';
import { appendPolygons } from './append-polygons.ts';
import { assemblePatches } from './assemble-patches.ts';
import { EdgeBalance } from './edge-balance.ts';
import { nearContacts } from './near-contacts.ts';
import { outlineOf } from './outline.ts';
import { roundToGrid } from './round-to-grid.ts';
import { traceRings } from './trace-rings.ts';
import { turnsOf } from './turns.ts';

/**
 * What is left of a feature when patches that lie in it are taken away, by counting their edges against each other as `dissolve` does: one
 * feature per connected single-part polygon, on the grid. `undefined` where the boundaries are not clean, so that it must be built.
 *
 * @param whole one feature
 * @param patches no two overlap or share an edge; on the grid, none reaches out of the feature by more than rounding
 * @param grid spacing of the result's coordinates in the coordinates' unit, > 0
 */
export function remainder(whole: Polygons, patches: Polygons, grid: number): Polygons | undefined {
  const polygons = roundToGrid(appendPolygons(whole, patches), grid);
  const balance = new EdgeBalance(polygons);
  balance.addFeature(0, 1);
  for (let f = 1; f < featureCount(polygons); f++) balance.addFeature(f, -1);
  if (balance.anyOverlaid()) return undefined;
  const outline = outlineOf(polygons, balance.remaining());
  const turns = turnsOf(outline);
  let clean = turns.overlapping.length === 0;
  const unclean = (): void => {
    clean = false;
  };
  nearContacts(outline, turns, grid * Math.SQRT2, () => !clean, unclean);
  return clean ? assemblePatches(traceRings(outline, turns)) : undefined;
}
