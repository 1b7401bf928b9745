import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Brightness } from '../shell/preferences.ts';
import { hatchingImage } from './hatching.ts';
import type { Hatching, Look } from './look.ts';

/** A layer as a map shows it. */
export interface SceneLayer {
  /** Address of the version or side that it is part of, e.g. `/api/v1/plans/230898/versions/2`. */
  readonly source: string;
  /** Code of the layer, e.g. `GHFQ`. */
  readonly code: string;
  /** 0 to 1. */
  readonly opacity: number;
}

/** Features of a layer that are lit, by their numbers in the plan. */
export interface Marks {
  readonly source: string;
  readonly code: string;
  readonly ids: readonly number[];
}

/** Raster tiles under everything, from this server. */
export interface Basemap {
  /** Address of a tile with `{z}/{x}/{y}`. */
  readonly tiles: string;
  readonly attribution: string;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface Scene {
  /** The lowest first. */
  readonly layers: readonly SceneLayer[];
  /** How the layers of each source are drawn, by the source's address. */
  readonly looks: ReadonlyMap<string, Look>;
  readonly brightness: Brightness;
  readonly basemap?: Basemap | undefined;
  readonly marks?: readonly Marks[];
}

const ground = { light: '#eef0ec', dark: '#1b2325' } as const;

/** Name of the tiles of a layer among the sources of a style. */
export const tilesOf = ({ source, code }: Pick<SceneLayer, 'source' | 'code'>): string =>
  `${source}/tiles/${code}`;

/**
 * What the map is to draw: each layer from tiles of its own, so that only what is shown is fetched.
 *
 * @param origin of the server, since workers know no page that an address could be relative to
 */
export function styleOf(
  { layers, looks, brightness, basemap, marks = [] }: Scene,
  origin: string,
): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {};
  const drawn: LayerSpecification[] = [
    { id: 'ground', type: 'background', paint: { 'background-color': ground[brightness] } },
  ];
  if (basemap) {
    const { tiles, opacity } = basemap;
    sources.basemap = { type: 'raster', tiles: [`${origin}${tiles}`], tileSize: 256 };
    drawn.push({
      ...{ id: 'basemap', type: 'raster', source: 'basemap' },
      paint: { 'raster-opacity': opacity },
    });
  }
  for (const layer of layers) {
    const look = looks.get(layer.source)?.layers.filter((one) => one['source-layer'] === layer.code) ?? [];
    if (look.length === 0) continue;
    const source = tilesOf(layer);
    sources[source] = { type: 'vector', url: `${origin}${source}` };
    for (const one of look)
      drawn.push(...faded({ ...one, id: `${source}#${one.id}`, source }, layer.opacity));
  }
  for (const { source, code, ids } of marks) {
    const tiles = tilesOf({ source, code });
    if (!(tiles in sources)) continue;
    for (let from = 0; from < ids.length; from += AT_ONCE)
      drawn.push(...marked(tiles, code, ids.slice(from, from + AT_ONCE), from));
  }
  return { version: 8, sources, layers: drawn };
}

/** Features that one filter names; more are several layers, each of which the map takes in without a stall. */
const AT_ONCE = 20_000;

function marked(source: string, code: string, ids: readonly number[], from: number): LayerSpecification[] {
  const of = { source, 'source-layer': code };
  return [
    {
      ...of,
      id: `${source}#marks-${from}`,
      type: 'fill',
      filter: ['match', ['id'], [...ids], true, false],
      paint: { 'fill-color': '#00b8d4', 'fill-opacity': 0.28 },
    },
    {
      ...of,
      id: `${source}#marks-${from}-outline`,
      type: 'line',
      filter: ['match', ['id'], [...ids], true, false],
      paint: { 'line-color': '#007c91', 'line-width': 1.6 },
    },
  ];
}

type Drawn = Look['layers'][number] & { readonly source: string };

/** A layer at its opacity, and its hatching over it. */
function faded(layer: Drawn, opacity: number): LayerSpecification[] {
  const { metadata, paint, ...rest } = layer;
  const own = { ...rest, paint: dimmed(layer.type, paint, opacity) } as LayerSpecification;
  const hatching = metadata?.hatching;
  const colour = metadata?.legend?.[0]?.colour;
  if (!hatching || colour === undefined) return [own];
  return [own, hatched(layer, hatching, colour, opacity)];
}

function dimmed(type: Drawn['type'], paint: Drawn['paint'], opacity: number): Drawn['paint'] {
  if (opacity === 1 || type === 'background') return paint;
  const name = `${type}-opacity`;
  const full = paint[name];
  return { ...paint, [name]: (typeof full === 'number' ? full : 1) * opacity };
}

function hatched(
  { id, source, 'source-layer': code }: Drawn,
  hatching: Hatching,
  colour: string,
  opacity: number,
) {
  return {
    id: `${id}-hatching`,
    type: 'fill' as const,
    source,
    ...(code !== undefined && { 'source-layer': code }),
    // From afar the lines would run together.
    minzoom: 10,
    paint: { 'fill-pattern': hatchingImage(hatching, colour), 'fill-opacity': 0.75 * opacity },
  };
}

/** Whether a layer is drawn in classes; others have one look, whatever fields they carry. */
export function isClassed(look: Look | undefined, code: string): boolean {
  return (look?.layers.find((one) => one.id === code)?.metadata?.legend?.length ?? 0) > 1;
}
