import {
  concatPolygons,
  dissolve,
  featureCount,
  OverlayError,
  type Polygons,
  selectFeatures,
} from '@tuheng/geometry';
import { type Layer, textAt } from '@tuheng/standard';
import { attributeTable } from './attribute-table.ts';
import { TilesError } from './errors.ts';
import { EXACT_ZOOM, LEAST_MEAN_AREA, worldUnits } from './grid.ts';
import { placesOf } from './places.ts';
import type { TileLayer } from './tile-layer.ts';
import { meanArea, tileShapes } from './tile-shapes.ts';

export interface PrepareOptions {
  /** Fields that tiles can carry, classes included. */
  readonly attributes: readonly string[];
  /** Fields that make up the class of a feature (DLBM with DLMC, GHFQDM with GHFQMC …): what low zooms keep right. None: one class. */
  readonly classes?: readonly string[];
  /**
   * The ground of some features as patches, in the layer's coordinates: `Overlay.dissolve`. Without it a class is merged only where no two
   * of its features overlap or touch but at common vertices. A class that it fails on (`OverlayError`) stays as it is.
   */
  readonly dissolve?: (features: Polygons) => Polygons;
}

/** Features of one layer and their numbers, as the store reads them. */
export interface NumberedFeatures {
  readonly layer: Pick<Layer, 'code' | 'crs' | 'polygons' | 'columns'>;
  readonly ids: Uint32Array;
}

/**
 * A layer ready to be cut into tiles; once for each version of a layer, some seconds for 200,000 features.
 *
 * @throws TilesError tiles.numbers-missing
 */
export function prepareLayer({ layer, ids }: NumberedFeatures, options: PrepareOptions): TileLayer {
  const n = featureCount(layer.polygons);
  if (ids.length !== n)
    throw new TilesError(
      'tiles.numbers-missing',
      `图层 ${layer.code} 有 ${n} 个要素，却有 ${ids.length} 个编号。请按要素逐个给出编号。`,
    );
  const classes = classify(layer, options.classes ?? [], n);
  const features = tileShapes(layer.polygons, layer.crs, {
    classOf: classes.of,
    classes: classes.first.length,
    attributes: options.attributes.map((name) => attributeTable(layer.columns, name, n)),
  });
  const below = overviewBelow(meanArea(features));
  const patches = below > 0 ? classPatches(layer, classes, options) : undefined;
  // Classes that hardly merge would cost the memory of the features again and spare nothing.
  if (!patches || 2 * featureCount(patches.polygons) > n) return { name: layer.code, features, ids };
  const shapes = tileShapes(patches.polygons, layer.crs, {
    classOf: patches.classOf,
    classes: classes.first.length,
    attributes: (options.classes ?? []).map((name) => {
      const { value, start, bytes } = attributeTable(layer.columns, name, n);
      return { name, value: patches.classOf.map((k) => value[classes.first[k]!]!), start, bytes };
    }),
  });
  return { name: layer.code, features, ids, overview: { shapes, below, places: placesOf(features.boxes) } };
}

interface Classes {
  readonly of: Uint32Array;
  /** First feature of each class. */
  readonly first: readonly number[];
}

function classify(layer: NumberedFeatures['layer'], fields: readonly string[], n: number): Classes {
  const numbers = new Map<string, number>();
  const first: number[] = [];
  const of = new Uint32Array(n);
  for (let f = 0; f < n; f++) {
    const key = fields.map((field) => textAt(layer, field, f) ?? '').join('\u0000');
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
      first.push(f);
    }
    of[f] = number;
  }
  return { of, first };
}

/** Connected ground of one class as one patch each, and the class of each. */
function classPatches(
  { polygons }: NumberedFeatures['layer'],
  { of, first }: Classes,
  { dissolve: merge = dissolveClean }: PrepareOptions,
): { readonly polygons: Polygons; readonly classOf: Uint32Array } {
  const members = first.map((): number[] => []);
  for (let f = 0; f < of.length; f++) members[of[f]!]!.push(f);
  const patches = members.map((list) => {
    const features = selectFeatures(polygons, list);
    try {
      return merge(features);
    } catch (error) {
      if (error instanceof OverlayError) return features;
      throw error;
    }
  });
  return {
    polygons: concatPolygons(patches),
    classOf: Uint32Array.from(patches.flatMap((all, k) => new Array<number>(featureCount(all)).fill(k))),
  };
}

/** By sums of edges alone. @throws OverlayError where that is not enough */
function dissolveClean(features: Polygons): Polygons {
  const union = (unclean: Polygons): never => {
    throw new OverlayError('合并', [...Array(featureCount(unclean)).keys()]);
  };
  return dissolve(features, { grid: 0, union }).patches;
}

/** The zoom from which features measure `LEAST_MEAN_AREA` square units on the average. */
function overviewBelow(area: number): number {
  if (!(area > 0)) return 0;
  const zoom = Math.ceil(Math.log2(Math.sqrt(LEAST_MEAN_AREA / area) / worldUnits(0)));
  return Math.max(0, Math.min(EXACT_ZOOM, zoom));
}
