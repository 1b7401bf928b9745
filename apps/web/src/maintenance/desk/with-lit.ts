import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { tilesOf } from '../../map/scene.ts';

/** One feature of a layer, by its number. */
export interface LitFeature {
  readonly source: string;
  readonly code: string;
  readonly id: number;
}

/** A style with one feature lit over everything, where its layer is drawn. */
export function withLit(style: StyleSpecification, lit: LitFeature | undefined): StyleSpecification {
  const tiles = lit && tilesOf(lit);
  if (!tiles || !(tiles in style.sources)) return style;
  const of = (name: string) => ({
    id: `${tiles}#lit-${name}`,
    source: tiles,
    'source-layer': lit.code,
    filter: ['==', ['id'], lit.id] as ['==', ['id'], number],
  });
  const layers: LayerSpecification[] = [
    { ...of('fill'), type: 'fill', paint: { 'fill-color': '#00b8d4', 'fill-opacity': 0.3 } },
    { ...of('case'), type: 'line', paint: { 'line-color': '#083a44', 'line-width': 6 } },
    { ...of('line'), type: 'line', paint: { 'line-color': '#00e5ff', 'line-width': 3 } },
  ];
  return { ...style, layers: [...style.layers, ...layers] };
}
