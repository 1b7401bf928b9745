import { extentOf } from '@tuheng/standard';
import type { HeldLayer } from '../../held-versions/held-layer.ts';
import {
  type CompiledFilter,
  compileFilter,
  type FilteredLayer,
  type PlaceTest,
} from '../cql2/compile-filter.ts';
import { featureMeets, featureWithin } from '../place/feature-place.ts';
import type { Shape } from '../place/shape.ts';
import { type Ground, shapeOf } from '../place/shape-of.ts';
import { answered, type ItemsQuery } from './items-query.ts';
import { matchingRows } from './matching-rows.ts';

const tests = { meets: featureMeets, within: featureWithin } as const;

/** Rows of the features that a query asks for, on all pages, in order. @throws Problem server.invalid-filter */
export async function findRows(held: HeldLayer, query: ItemsQuery): Promise<Uint32Array> {
  const ground = groundOf(held);
  const { bbox, filters, filterCrs } = query;
  const conditions: CompiledFilter[] = [];
  if (bbox)
    conditions.push(
      placeTest(
        held,
        'meets',
        answered(() => shapeOf(bbox.geometry, bbox.crs, ground)),
      ),
    );
  const layer: FilteredLayer = {
    columns: held.layer.columns,
    place: (kind, geometry) => placeTest(held, kind, shapeOf(geometry, filterCrs, ground)),
  };
  for (const filter of filters) conditions.push(answered(() => compileFilter(filter, layer)));
  return matchingRows(held, conditions);
}

function placeTest({ layer }: HeldLayer, kind: keyof typeof tests, shape: Shape | undefined): PlaceTest {
  // Nothing of the geometry lies near: no feature can meet it, nor lie in it.
  if (!shape) return { test: () => false, box: [0, 0, -1, -1] };
  const test = tests[kind];
  return { test: (row) => test(shape, layer.polygons, row), box: shape.box };
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
