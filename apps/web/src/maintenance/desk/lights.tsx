import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { memo, useEffect, useMemo } from 'react';
import { useStage } from '../../map/stage-context.ts';
import { type OverlayLayer, useOverlay } from '../../map/use-overlay.ts';
import { pointOf, type Shape } from './box-of.ts';

const PIECES = 'desk-pieces';
const POINTS = 'desk-points';
const areal = ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false] as const;

const pieceLayers: readonly OverlayLayer[] = [
  {
    id: PIECES,
    type: 'fill',
    filter: [...areal] as never,
    paint: {
      'fill-color': '#d81b60',
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.4, 16, 0.12],
    },
  },
  { id: `${PIECES}-line`, type: 'line', paint: { 'line-color': '#d81b60', 'line-width': 1.6 } },
];
/** From afar a piece is smaller than a pixel: a dot stands for it. */
const pointLayers: readonly OverlayLayer[] = [
  {
    id: POINTS,
    type: 'circle',
    maxzoom: 15,
    paint: {
      'circle-radius': 4,
      'circle-color': '#d81b60',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1.2,
    },
  },
];
const litLayers: readonly OverlayLayer[] = [
  {
    id: 'desk-lit',
    type: 'fill',
    filter: [...areal] as never,
    paint: {
      'fill-color': '#00b8d4',
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.5, 16, 0.16],
    },
  },
  {
    id: 'desk-lit-case',
    type: 'line',
    paint: { 'line-color': '#083a44', 'line-width': 6, 'line-opacity': 0.85 },
  },
  { id: 'desk-lit-line', type: 'line', paint: { 'line-color': '#00e5ff', 'line-width': 3 } },
];
const litPointLayers: readonly OverlayLayer[] = [
  {
    id: 'desk-lit-point',
    type: 'circle',
    maxzoom: 15,
    paint: {
      'circle-radius': 9,
      'circle-color': 'rgba(0,184,212,0.25)',
      'circle-stroke-color': '#00b8d4',
      'circle-stroke-width': 3,
    },
  },
];

interface LightsProps {
  readonly pieces: FeatureCollection;
  readonly lit: Shape | undefined;
  /** Told the number of a piece that was clicked on, or where nothing of ours was. */
  onPiece(n: number): void;
  onChangedPiece(layer: string, id: number): void;
  /** Address of the tiles of the change. */
  readonly changeSource: string | undefined;
}

/** On the map: all pieces of what is open, and over them the one that is lit; the same before and after. */
export const Lights = memo(function Lights({
  pieces,
  lit,
  onPiece,
  onChangedPiece,
  changeSource,
}: LightsProps) {
  const { map, before } = useStage();
  const points = useMemo(() => pointsOf(pieces), [pieces]);
  const one = useMemo(() => collectionOf(lit), [lit]);
  const onePoint = useMemo(() => pointsOf(one), [one]);
  const shown = { pieces, points, one, onePoint };
  useLights(map, shown);
  useLights(before, shown);
  useEffect(() => {
    const find = ({ point, target }: MapMouseEvent): void => {
      const around: [[number, number], [number, number]] = [
        [point.x - 4, point.y - 4],
        [point.x + 4, point.y + 4],
      ];
      const own = [PIECES, `${PIECES}-line`, POINTS].filter((layer) => target.getLayer(layer));
      const [piece] = target.queryRenderedFeatures(around, { layers: own });
      if (piece) {
        onPiece(Number(piece.properties.n));
        return;
      }
      const changed = target
        .queryRenderedFeatures(around)
        .find(({ source }) => changeSource !== undefined && source.startsWith(changeSource));
      if (changed?.sourceLayer) onChangedPiece(changed.sourceLayer, Number(changed.id));
    };
    map.on('click', find);
    before?.on('click', find);
    return () => {
      map.off('click', find);
      before?.off('click', find);
    };
  }, [map, before, onPiece, onChangedPiece, changeSource]);
  return null;
});

interface Shown {
  readonly pieces: FeatureCollection;
  readonly points: FeatureCollection;
  readonly one: FeatureCollection;
  readonly onePoint: FeatureCollection;
}

/** Draws them on one of the two maps. */
function useLights(map: MapLibre | undefined, { pieces, points, one, onePoint }: Shown): void {
  useOverlay(map, 'pieces', pieces, pieceLayers);
  useOverlay(map, 'points', points, pointLayers);
  useOverlay(map, 'lit', one, litLayers);
  useOverlay(map, 'lit-point', onePoint, litPointLayers);
}

function collectionOf(shape: Shape | undefined): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shape ? [{ type: 'Feature', geometry: shape as GeoJSON.Geometry, properties: { n: 0 } }] : [],
  };
}

function pointsOf({ features }: FeatureCollection): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ geometry, properties }) => {
      const point = pointOf(geometry as unknown as Shape);
      return point
        ? [
            {
              type: 'Feature' as const,
              geometry: { type: 'Point' as const, coordinates: [...point] },
              properties,
            },
          ]
        : [];
    }),
  };
}
