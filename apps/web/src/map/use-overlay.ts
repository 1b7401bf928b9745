import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef } from 'react';

/** A layer of an overlay: a MapLibre layer without its source. */
export type OverlayLayer = LayerSpecification extends infer L
  ? L extends { readonly source: string }
    ? Omit<L, 'source'>
    : never
  : never;

/** Names of sources that are no part of the style: they outlive a change of it. */
export const PREFIX = 'overlay:';

export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * Draws features over a map: pieces that are lit, what is being drawn. They stand above the layers of the style, whatever that becomes.
 *
 * @param layers always the same array
 */
export function useOverlay(
  map: MapLibre | undefined,
  name: string,
  data: FeatureCollection,
  layers: readonly OverlayLayer[],
): void {
  const now = useRef(data);
  now.current = data;
  const source = `${PREFIX}${name}`;
  useEffect(() => {
    if (!map) return;
    const draw = (): void => {
      map.addSource(source, { type: 'geojson', data: now.current });
      for (const layer of layers) map.addLayer({ ...layer, source } as LayerSpecification);
    };
    if (map.style._loaded) draw();
    else map.once('style.load', draw);
    return () => {
      map.off('style.load', draw);
      // The map itself may be gone.
      if (!map.style) return;
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource(source)) map.removeSource(source);
    };
  }, [map, source, layers]);
  useEffect(() => {
    map?.getSource<GeoJSONSource>(source)?.setData(data);
  }, [map, source, data]);
}

/** For `setStyle`: the next style with the overlays of the one before on top. */
export function keepOverlays(
  before: StyleSpecification | undefined,
  next: StyleSpecification,
): StyleSpecification {
  if (!before) return next;
  const isOverlay = (layer: LayerSpecification): boolean =>
    'source' in layer && layer.source.startsWith(PREFIX);
  const overlays = Object.entries(before.sources).filter(([name]) => name.startsWith(PREFIX));
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(overlays) },
    layers: [...next.layers, ...before.layers.filter(isOverlay)],
  };
}
