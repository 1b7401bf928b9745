import { layerSpec } from '@tuheng/standard';
import type { LayerTotal } from '@tuheng/store';
import { EXACT_ZOOM } from '@tuheng/tiles';
import { lonLatBounds } from '../held-versions/lon-lat-bounds.ts';
import type { PlacedSource } from '../layers/layer-place.ts';
import { tileAttributes } from './tile-attributes.ts';

/** TileJSON 3.0.0: where a map gets the tiles of some layers of a source. Clients enlarge the finest ones, which are exact. */
export interface TileJson {
  readonly tilejson: '3.0.0';
  readonly name: string;
  readonly version: string;
  readonly tiles: readonly string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds?: readonly number[];
  readonly vector_layers: readonly {
    readonly id: string;
    readonly description: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
}

export function tileJson(
  { name, version }: Pick<PlacedSource, 'name' | 'version'>,
  layers: readonly LayerTotal[],
  template: string,
): TileJson {
  const bounds = lonLatBounds(layers);
  return {
    tilejson: '3.0.0',
    name,
    version,
    tiles: [template],
    minzoom: 0,
    maxzoom: EXACT_ZOOM,
    ...(bounds && { bounds }),
    vector_layers: layers.map((layer) => ({
      id: layer.code,
      description: layerSpec(layer.code)?.title ?? layer.code,
      fields: Object.fromEntries(
        tileAttributes(layer.fields).attributes.map((name) => [
          name,
          layer.fields.find(([field]) => field === name)![1] === 'number' ? 'Number' : 'String',
        ]),
      ),
    })),
  };
}
