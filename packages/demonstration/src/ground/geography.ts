import type { Path } from '../mesh/insert-path.ts';
import { drawOutline } from './draw-outline.ts';
import { drawReserves } from './draw-reserves.ts';
import { drawTowns, drawWays, placeTowns } from './draw-towns.ts';
import { drawWaters } from './draw-waters.ts';
import type { Reserve, Town, Way } from './places.ts';
import { Raster } from './raster.ts';
import type { Band } from './shapes.ts';
import { createSketch } from './sketch.ts';

/** Shapes of the county before it is cut into parcels. All paths in metres, EPSG:4532. */
export interface Geography {
  readonly outline: Path;
  readonly river: Band;
  readonly branches: readonly Band[];
  readonly tributaries: readonly Band[];
  readonly lakes: readonly Path[];
  readonly floodplain: Path;
  /** The country on the far side of the great river. */
  readonly beyondRiver: Path;
  readonly reserves: readonly Reserve[];
  readonly hills: readonly Path[];
  /** The first one is the county town, with the central city. */
  readonly towns: readonly Town[];
  readonly ways: readonly Way[];
}

/** Draws the county's great lines. */
export function drawGeography(seed: number): Geography {
  const sketch = createSketch(seed);
  const outline = drawOutline(sketch);
  const waters = drawWaters(sketch);
  const { river, branches, tributaries, plain, beyondRiver } = waters;
  const centres = placeTowns(sketch, river);
  const base = new Raster(boxOf(outline));
  base.fill(outline, 1, [0]);
  const { reserves, hills, lakes } = drawReserves(waters.valley, base, sketch);
  base.fill(beyondRiver, 4, [1]);
  return {
    outline,
    river,
    branches,
    tributaries,
    lakes: [...lakes, ...waters.oxbows],
    floodplain: plain.outline,
    beyondRiver,
    reserves,
    hills,
    towns: drawTowns(centres, river, branches, base, sketch.random),
    ways: drawWays(centres, plain, sketch),
  };
}

/** [minX, minY, maxX, maxY] of a path, metres. */
export function boxOf(path: Path): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < path.length; i += 2) {
    box[0] = Math.min(box[0], path[i]!);
    box[1] = Math.min(box[1], path[i + 1]!);
    box[2] = Math.max(box[2], path[i]!);
    box[3] = Math.max(box[3], path[i + 1]!);
  }
  return box;
}
