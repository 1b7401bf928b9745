import { featureCount, loadGeosOverlay, type Pieces, type Polygons, planeArea } from '@tuheng/geometry';
import { ClassMatrix } from '../class-matrix.ts';
import type { Dataset } from '../inputs/dataset-file.ts';
import { type Answer, type Kernels, LEAST_AREA } from '../kernels.ts';
import { isCoverageValid } from './geos-coverage.ts';

/** Spacing of GEOS's result coordinates, metres. */
const GRID = 0.0001;

/** GEOS in WebAssembly, used as one would without kernels of one's own: every feature, every pair, real polygons. */
export const geos: Kernels = {
  async overlay(a, b) {
    const pieces = (await loadGeosOverlay(GRID)).intersect(a.polygons, b.polygons);
    const pairs = new Set<number>();
    let area = 0;
    for (let k = 0; k < pieces.left.length; k++) {
      const own = planeArea(pieces.polygons, k);
      area += own;
      if (own > LEAST_AREA) pairs.add(pieces.left[k]! * featureCount(b.polygons) + pieces.right[k]!);
    }
    return { pairs: pairs.size, area };
  },

  async change(a, b) {
    const overlay = await loadGeosOverlay(GRID);
    const out = overlay.subtract(a.polygons, b.polygons);
    const into = overlay.subtract(b.polygons, a.polygons);
    return {
      ...named('out', piecesOver(out.polygons)),
      ...named('in', piecesOver(into.polygons)),
      ...classes(overlay.intersect(a.polygons, b.polygons), a, b),
    };
  },

  async coverage({ polygons }) {
    return { valid: (await isCoverageValid(polygons)) ? 1 : 0 };
  },
};

/** Number and area of the pieces that are more than rounding. */
export function piecesOver(pieces: Polygons): { pieces: number; area: number } {
  const sum = { pieces: 0, area: 0 };
  for (let f = 0; f < featureCount(pieces); f++) {
    const area = planeArea(pieces, f);
    if (area <= LEAST_AREA) continue;
    sum.pieces++;
    sum.area += area;
  }
  return sum;
}

/** `{ pieces, area }` under the names of an answer. */
export function named(way: 'out' | 'in', { pieces, area }: { pieces: number; area: number }): Answer {
  return { [`${way}Pieces`]: pieces, [`${way}Area`]: area };
}

function classes({ polygons, left, right }: Pieces, a: Dataset, b: Dataset): Answer {
  const matrix = new ClassMatrix();
  for (let k = 0; k < left.length; k++) {
    matrix.add(a.codes?.[left[k]!] ?? '', b.codes?.[right[k]!] ?? '', planeArea(polygons, k));
  }
  return matrix.summary(LEAST_AREA);
}
