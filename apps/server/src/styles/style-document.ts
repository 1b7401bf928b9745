import { layerSpec } from '@tuheng/standard';
import type { LayerTotal } from '@tuheng/store';
import { classColours } from './class-colours.ts';
import { type LineLook, lineLooks, otherLook } from './line-looks.ts';

/** MapLibre Style Specification, version 8: the parts written here. */
export interface StyleDocument {
  readonly version: 8;
  readonly name: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly sources: Readonly<Record<string, { readonly type: 'vector'; readonly url: string }>>;
  readonly layers: readonly StyleLayer[];
}

export interface StyleLayer {
  readonly id: string;
  readonly type: 'background' | 'fill' | 'line';
  readonly source?: string;
  readonly 'source-layer'?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly paint: Readonly<Record<string, unknown>>;
}

const SOURCE = 'plan';

/**
 * A style for the tiles of some layers: classed layers in their colours below, lines above, in the order of the layers.
 *
 * @param tiles address of the TileJSON document
 */
export function styleDocument(name: string, layers: readonly LayerTotal[], tiles: string): StyleDocument {
  const drawn = layers.map((layer) => {
    const colours = classColours(layer.fields);
    // The pieces of a change are told apart by their kind, whatever layer they are of.
    const look = colours?.field === 'WHLX' ? undefined : lineLooks[layer.code];
    const classed = look ? undefined : colours;
    return {
      classed: classed !== undefined,
      layers: classed ? classedLayers(layer, classed) : lineLayers(layer, look ?? otherLook),
    };
  });
  return {
    version: 8,
    name,
    metadata: {
      'tuheng:colours':
        '用地用海分类：市级国土空间总体规划制图规范（试行），2021；规划分区和变更类型的颜色、控制线的颜色和晕线未核实，为本系统所定',
    },
    sources: { [SOURCE]: { type: 'vector', url: tiles } },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': '#f3f4f1' } },
      ...drawn.filter(({ classed }) => classed).flatMap(({ layers: one }) => one),
      ...drawn.filter(({ classed }) => !classed).flatMap(({ layers: one }) => one),
    ],
  };
}

function classedLayers(
  { code }: LayerTotal,
  { field, classes }: NonNullable<ReturnType<typeof classColours>>,
): StyleLayer[] {
  const colours = classes.flatMap(({ code: value, colour }) => [value, colour]);
  return [
    {
      ...sourceOf(code),
      id: code,
      type: 'fill',
      metadata: { title: titleOf(code), legend: classes },
      paint: {
        'fill-color': ['match', ['get', field], ...colours, '#e9e9e6'],
        // The outline is a layer of its own; without this neighbours show a seam.
        'fill-antialias': false,
      },
    },
    {
      ...sourceOf(code),
      id: `${code}-outline`,
      type: 'line',
      metadata: { title: titleOf(code) },
      paint: {
        'line-color': 'rgba(40,50,50,0.35)',
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0, 14, 0.4, 18, 1],
      },
    },
  ];
}

function lineLayers(
  { code }: LayerTotal,
  { colour, width, hatching, isFine = false }: LineLook,
): StyleLayer[] {
  const title = titleOf(code);
  return [
    {
      ...sourceOf(code),
      id: code,
      type: 'fill',
      metadata: { title, legend: [{ code, title, colour }], ...(hatching && { hatching }) },
      paint: { 'fill-color': colour, 'fill-opacity': hatching ? 0.06 : 0.1 },
    },
    {
      ...sourceOf(code),
      id: `${code}-outline`,
      type: 'line',
      metadata: { title },
      paint: {
        'line-color': colour,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, width * 0.3, 14, width],
        // From afar the borders of many small pieces would cover what lies in them.
        ...(isFine && { 'line-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0.12, 13, 1] }),
      },
    },
  ];
}

function sourceOf(code: string): { readonly source: string; readonly 'source-layer': string } {
  return { source: SOURCE, 'source-layer': code };
}

function titleOf(code: string): string {
  return layerSpec(code)?.title ?? code;
}
