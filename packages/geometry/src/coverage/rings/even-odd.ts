import { type Polygons, PolygonsBuilder } from '../../polygons.ts';
import { Arcs } from '../arrangement/arcs.ts';
import { addFeature, arrange } from '../arrangement/arrange.ts';
import { Nodes } from '../arrangement/nodes.ts';
import { traceRegions } from '../arrangement/regions.ts';

/**
 * Feature `f` made valid by the even-odd rule, as one feature: a point is inside where a ray from it crosses the boundary an odd number
 * of times.
 * The same answer as `Overlay.repair`, but for edges that lie on each other: GEOS takes two of them for one.
 */
export function evenOdd(p: Polygons, f: number): Polygons {
  const nodes = new Nodes();
  const arcs = new Arcs();
  addFeature(nodes, arcs, p, f, 0, f);
  const { faces } = arrange(nodes, arcs);
  const odd = new Uint8Array(faces.count);
  for (let face = 0; face < odd.length; face++) odd[face] = faces.cover[2 * face]! & 1;
  const builder = new PolygonsBuilder();
  for (const { rings } of traceRegions(faces, odd)) {
    for (const ring of rings) builder.addRing(ring);
    builder.endPolygon();
  }
  builder.endFeature();
  return builder.build();
}
