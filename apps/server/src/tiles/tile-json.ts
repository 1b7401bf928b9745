import { type Box, transformBetween } from '@tuheng/geometry';
import { CGCS2000, crsOf, layerSpec } from '@tuheng/standard';
import type { LayerTotal, PlanVersion } from '@tuheng/store';
import { EXACT_ZOOM } from '@tuheng/tiles';
import { transformedBox } from '../ogc/place/boxes.ts';
import { tileAttributes } from './tile-attributes.ts';

/** TileJSON 3.0.0: where a map gets the tiles of some layers of a version. Clients enlarge the finest ones, which are exact. */
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
  { code, number }: PlanVersion,
  layers: readonly LayerTotal[],
  template: string,
): TileJson {
  const bounds = lonLatBounds(layers);
  return {
    tilejson: '3.0.0',
    name: code,
    version: `${number}.0.0`,
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

/** West, south, east, north in degrees; undefined where no layer has a place. */
export function lonLatBounds(layers: readonly LayerTotal[]): Box | undefined {
  const boxes = layers.flatMap(({ epsg, box }) =>
    box ? [transformedBox(box, transformBetween(crsOf(epsg)!, CGCS2000))] : [],
  );
  if (boxes.length === 0) return undefined;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}
