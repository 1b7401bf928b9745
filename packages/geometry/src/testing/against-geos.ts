import { prepareEdges } from '../edges/edge-layer.ts';
import { lengthMeasure, planeAreaMeasure } from '../fragments/fragment-measure.ts';
import { overlayTable } from '../fragments/overlay-table.ts';
import type { Geos } from '../geos.ts';
import { featureCount, type Polygons, PolygonsBuilder } from '../polygons.ts';
import { perimeter, planeArea } from '../ring.ts';

/** How far the kernel may be from GEOS: 1e-9 of the value, or this much of the coordinates' unit (squared). */
const ABSOLUTE = 1e-6;
/**
 * How far the crossings that end a boundary may be off together, ours and GEOS's, across the edge (docs/kernels.md, the error bound). Along it they
 * are off by as much divided by the sine of the angle at which the edges cross, which changes no area.
 */
const ACROSS = 8 * 2 ** -36;

/**
 * What the kernel says of two layers, held against GEOS's intersection of every pair; a sentence for the first that differs.
 *
 * @param plainA the same features as `a` in a form that GEOS takes, where that is another
 */
export function compareWithGeos(
  geos: Geos,
  a: Polygons,
  b: Polygons,
  plainA = a,
  plainB = b,
): string | undefined {
  const table = overlayTable(prepareEdges(a), prepareEdges(b), {
    measures: [planeAreaMeasure, lengthMeasure],
  });
  const along = Math.max(ABSOLUTE, ACROSS / smallestSine(plainA, plainB));
  const rows = new Map<string, number>();
  for (const [k, i] of table.left.entries()) rows.set(`${i} ${table.right[k]}`, k);
  for (let i = 0; i < featureCount(a); i++) {
    for (let j = 0; j < featureCount(b); j++) {
      const expected = intersection(geos, plainA, i, plainB, j);
      const row = rows.get(`${i} ${j}`);
      const area = row === undefined ? 0 : table.values[0]![row]!;
      const length = row === undefined ? 0 : table.values[1]![row]!;
      if (!close(area, expected.area, ABSOLUTE) || !close(length, expected.length, along)) {
        return `pair ${i} × ${j}: area ${area} and boundary ${length}, GEOS ${expected.area} and ${expected.length}`;
      }
    }
  }
  return undefined;
}

/** Of the angles between the edges of two layers that are not parallel; 1 where all are. */
function smallestSine(a: Polygons, b: Polygons): number {
  const edges = [directions(a), directions(b)] as const;
  let least = 1;
  for (const [x0, y0] of edges[0])
    for (const [x1, y1] of edges[1]) {
      const sine = Math.abs(x0 * y1 - x1 * y0);
      // What is left of a parallel by rounding is below.
      if (sine > 1e-12 && sine < least) least = sine;
    }
  return least;
}

function directions({ xy, ringStart }: Polygons): (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  for (let r = 0; r + 1 < ringStart.length; r++)
    for (let v = ringStart[r]!; v + 1 < ringStart[r + 1]!; v++) {
      const [dx, dy] = [xy[2 * v + 2]! - xy[2 * v]!, xy[2 * v + 3]! - xy[2 * v + 1]!];
      const length = Math.hypot(dx, dy);
      if (length > 0) all.push([dx / length, dy / length]);
    }
  return all;
}

function close(ours: number, theirs: number, absolute: number): boolean {
  return Math.abs(ours - theirs) <= Math.max(absolute, 1e-9 * Math.abs(theirs));
}

function intersection(
  geos: Geos,
  a: Polygons,
  i: number,
  b: Polygons,
  j: number,
): { readonly area: number; readonly length: number } {
  return geos.scope((own) => {
    const left = own(geos.fromFeature(a, i));
    const right = own(geos.fromFeature(b, j));
    if (!left || !right) return { area: 0, length: 0 };
    const builder = new PolygonsBuilder();
    geos.toPolygons(own(geos.api.GEOSIntersection(left, right)), builder, () => undefined);
    builder.endFeature();
    const shared = builder.build();
    return { area: planeArea(shared, 0), length: perimeter(shared, 0) };
  });
}
