import { layerSpec, roundArea, textAt } from '@tuheng/standard';
import { measuredAreas } from '../features/measured-areas.ts';
import type { HeldLayer } from '../held-versions/held-layer.ts';
import type { ClassColour } from '../styles/class-colours.ts';
import { type LayerClasses, layerClasses } from '../styles/layer-classes.ts';
import type { RegionFigures } from './region-question.ts';
import type { RegionThreads } from './region-threads.ts';

export interface Region {
  readonly code: string;
  readonly name: string;
}

/** Ground of each class in each region, m² by the national ellipsoid formula, 2 decimals. */
export interface LayerStatistics {
  readonly layer: string;
  readonly title: string;
  readonly classField: string | null;
  readonly classes: readonly ClassColour[];
  readonly regions: readonly Region[];
  /** By region, then by class. */
  readonly areas: readonly (readonly number[])[];
  readonly features: readonly (readonly number[])[];
  /** Ground in no region, by class. */
  readonly outside: readonly number[];
  /** Of the layer. */
  readonly total: { readonly area: number; readonly features: number };
}

/** Regions as a layer of townships has them (XZQ: XZQDM, XZQMC), by code. Features of one code are one region. */
interface Townships {
  readonly regions: readonly Region[];
  /** Place in `regions`, by row. */
  readonly of: Uint32Array;
}

function townshipsOf({ layer, ids }: HeldLayer): Townships {
  const rows = Array.from({ length: ids.length }, (_, row) => ({
    code: textAt(layer, 'XZQDM', row) ?? '',
    name: textAt(layer, 'XZQMC', row) ?? '',
  }));
  const names = new Map<string, string>();
  for (const { code, name } of rows) names.set(code, names.get(code) || name);
  const regions = [...names]
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const places = new Map(regions.map(({ code }, place) => [code, place]));
  return { regions, of: Uint32Array.from(rows, ({ code }) => places.get(code)!) };
}

/**
 * What a layer holds of each class in each region.
 *
 * @param within the layer of townships, or else the one region that all is counted in
 */
export async function layerStatistics(
  held: HeldLayer,
  within: HeldLayer | Region,
  threads: RegionThreads,
): Promise<LayerStatistics> {
  const { layer, ids } = held;
  const classes = layerClasses(layer);
  const areas = await measuredAreas(held, Uint32Array.from(ids.keys()));
  const area = areas.reduce((sum, one) => sum + one, 0);
  const townships = 'layer' in within ? townshipsOf(within) : undefined;
  const figures =
    'layer' in within && townships
      ? await threads.measure({
          layer: {
            polygons: layer.polygons,
            crs: layer.crs,
            groupOf: classes.of,
            groups: classes.classes.length,
          },
          regions: {
            polygons: within.layer.polygons,
            crs: within.layer.crs,
            groupOf: townships.of,
            groups: townships.regions.length,
          },
        })
      : inOneRegion(classes, areas);
  return {
    layer: layer.code,
    title: layerSpec(layer.code)?.title ?? layer.code,
    classField: classes.field,
    classes: classes.classes,
    regions: townships?.regions ?? [within as Region],
    areas: figures.areas.map((row) => Array.from(row, roundArea)),
    features: figures.features.map((row) => [...row]),
    outside: Array.from(figures.outside, roundArea),
    total: { area: roundArea(area), features: ids.length },
  };
}

function inOneRegion({ classes, of }: LayerClasses, measured: Float64Array): RegionFigures {
  const areas = new Float64Array(classes.length);
  const features = new Uint32Array(classes.length);
  for (const [row, place] of of.entries()) {
    areas[place]! += measured[row]!;
    features[place]!++;
  }
  return { areas: [areas], features: [features], outside: new Float64Array(classes.length) };
}
