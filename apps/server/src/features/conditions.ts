import { extentOf } from '@tuheng/standard';
import { type CompiledFilter, compileFilter, type PlaceTest } from '../cql2/compile-filter.ts';
import type { Expression, GeometryLiteral } from '../cql2/expression.ts';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import { featureMeets, featureWithin } from '../place/feature-place.ts';
import type { OgcCrs } from '../place/ogc-crs.ts';
import { type Ground, shapeOf } from '../place/shape-of.ts';

const tests = { meets: featureMeets, within: featureWithin } as const;

/** How a feature lies to a geometry: shares a point with it, or has none outside it. */
export type PlaceKind = keyof typeof tests;

/** A filter over the rows of a layer. @param crs of the coordinates in it. @throws FilterError */
export function filterCondition(held: HeldLayer, filter: Expression, crs: OgcCrs): CompiledFilter {
  return compileFilter(filter, {
    columns: held.layer.columns,
    place: (kind, geometry) => placeCondition(held, kind, geometry, crs),
  });
}

/** How features lie to a geometry. @param crs of its coordinates. @throws FilterError where a ring is not closed */
export function placeCondition(
  held: HeldLayer,
  kind: PlaceKind,
  geometry: GeometryLiteral,
  crs: OgcCrs,
): PlaceTest {
  const shape = shapeOf(geometry, crs, groundOf(held));
  // Nothing of the geometry lies near: no feature can meet it, nor lie in it.
  if (!shape) return { test: () => false, box: [0, 0, -1, -1] };
  const test = tests[kind];
  return { test: (row) => test(shape, held.layer.polygons, row), box: shape.box };
}

const grounds = new WeakMap<HeldLayer, Ground>();

function groundOf(held: HeldLayer): Ground {
  const known = grounds.get(held);
  if (known) return known;
  const { crs, polygons } = held.layer;
  const { extent } = extentOf(polygons);
  const { minX = 0, minY = 0, maxX = 0, maxY = 0 } = extent ?? {};
  const ground: Ground = { crs, box: [minX, minY, maxX, maxY] };
  grounds.set(held, ground);
  return ground;
}
