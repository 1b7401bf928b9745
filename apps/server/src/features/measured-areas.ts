import { ellipsoidArea } from '@tuheng/geometry';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { Turns } from './turns.ts';

/** Features between two looks at the clock. */
const STRIDE = 32;

const measured = new WeakMap<HeldLayer, Float64Array>();

/**
 * Areas of features of a layer by the national ellipsoid formula, m², not rounded: each is measured once while the layer is held.
 *
 * @returns by row; NaN for rows that were never asked
 */
export async function measuredAreas(held: HeldLayer, rows: Uint32Array): Promise<Float64Array> {
  const { polygons, crs } = held.layer;
  const areas = measured.get(held) ?? new Float64Array(held.ids.length).fill(Number.NaN);
  measured.set(held, areas);
  const turns = new Turns();
  let made = 0;
  for (const row of rows) {
    if (!Number.isNaN(areas[row]!)) continue;
    areas[row] = ellipsoidArea(polygons, row, crs);
    if (++made % STRIDE === 0 && turns.isOver) await turns.next();
  }
  return areas;
}
