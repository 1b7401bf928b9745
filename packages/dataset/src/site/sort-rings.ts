import { featureBox, indexBoxes, type Polygons, PolygonsBuilder, ringSide } from '@tuheng/geometry';

/**
 * How many of the other rings of a feature each of its rings lies in. One of even depth bounds ground from outside, one of odd depth is a
 * hole. Rings may touch: a vertex that is on no boundary speaks for its ring, and a ring all of whose vertices lie on another is in it.
 *
 * @param rings one ring a feature
 */
export function ringDepths(
  rings: Polygons,
): { readonly depth: number; readonly parents: readonly number[] }[] {
  const count = rings.featureStart.length - 1;
  const index = indexBoxes(rings);
  return Array.from({ length: count }, (_, r) => {
    const parents = index
      .search(featureBox(rings, r))
      .filter((other) => other !== r && liesIn(rings, r, other));
    return { depth: parents.length, parents };
  });
}

function liesIn({ xy, ringStart }: Polygons, ring: number, other: number): boolean {
  for (let v = ringStart[ring]!; v < ringStart[ring + 1]!; v++) {
    const side = ringSide(xy, ringStart[other]!, ringStart[other + 1]!, xy[2 * v]!, xy[2 * v + 1]!);
    if (side !== 0) return side > 0;
  }
  return ring > other;
}

/** Rings in any order as polygons of one feature: each ring of even depth with the holes that lie in it and in nothing between. */
export function nestRings(rings: Polygons, builder: PolygonsBuilder): void {
  const depths = ringDepths(rings);
  const add = (r: number) => builder.addRing(rings.xy, rings.ringStart[r]!, rings.ringStart[r + 1]!);
  depths.forEach(({ depth }, outer) => {
    if (depth % 2 === 1) return;
    add(outer);
    depths.forEach((inner, r) => {
      if (inner.depth === depth + 1 && inner.parents.includes(outer)) add(r);
    });
    builder.endPolygon();
  });
}

/** One feature a ring. */
export function ringsAsFeatures(lists: Iterable<ArrayLike<number>>): Polygons {
  const builder = new PolygonsBuilder();
  for (const ring of lists) {
    builder.addRing(ring);
    builder.endPolygon();
    builder.endFeature();
  }
  return builder.build();
}
