import { containsPoint, indexBoxes, interiorPoint, type Polygons, reprojectPolygons } from '@tuheng/geometry';
import { type Crs, type Layer, textAt } from '@tuheng/standard';

export interface Township {
  readonly code: string | null;
  readonly name: string | null;
}

const nowhere: Township = { code: null, name: null };

/**
 * Finds the township (XZQ 行政区) that a piece lies in, by a point within the piece: one that crosses the boundary is where that point is.
 *
 * @param plane in which pieces are
 */
export function townshipFinder(
  regions: Layer | undefined,
  plane: Crs,
): (pieces: Polygons, piece: number) => Township {
  if (!regions) return () => nowhere;
  const polygons = reprojectPolygons(regions.polygons, regions.crs, plane);
  const index = indexBoxes(polygons);
  return (pieces, piece) => {
    const point = interiorPoint(pieces, piece);
    if (!point) return nowhere;
    const [x, y] = point;
    const found = index.search([x, y, x, y]).find((f) => containsPoint(polygons, f, x, y));
    if (found === undefined) return nowhere;
    return { code: textAt(regions, 'XZQDM', found), name: textAt(regions, 'XZQMC', found) };
  };
}
