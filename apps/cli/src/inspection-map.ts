import type { InspectionMap } from '@tuheng/dossier';
import { reprojectPolygons } from '@tuheng/geometry';
import type { InspectedLayer, Inspection, InspectionContext } from '@tuheng/inspection';
import { crsOf } from '@tuheng/standard';
import { landUseCodes } from './land-use-codes.ts';

/** Layers of the delivery on the map: more would hide each other. */
const MOST_LAYERS = 4;
/** What the county is recognised by. */
const ground = ['DLTB', 'XZQ'];

/**
 * What the inspection's report draws under the faults, all in one plane: current land use and regions, and of the plan those layers in
 * which most was found.
 */
export function inspectionMap({ findings }: Inspection, context: InspectionContext): InspectionMap {
  const counts = new Map<string, number>();
  for (const { layer, geometry } of findings) if (geometry) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  const found = (layer: InspectedLayer): number => counts.get(layer.code) ?? 0;
  const own = context.layersOf('plan').filter(({ crs }) => crs);
  const beside = (context.references.base ?? []).filter(({ crs }) => crs);
  const below = ground.flatMap((code) => [...own, ...beside].find((layer) => layer.code === code) ?? []);
  const above = own
    .filter((layer) => found(layer) > 0 && !below.includes(layer))
    .toSorted((a, b) => found(b) - found(a))
    .slice(0, MOST_LAYERS);
  const drawn = [...below, ...above];
  const crs = (drawn[0] ?? own[0])?.plane ?? crsOf(4532)!;
  const prepared = (layer: InspectedLayer) => ({
    code: layer.code,
    title: layer.spec.title,
    polygons: reprojectPolygons(layer.polygons, layer.plane, crs),
    ...(layer.code === 'DLTB' && { classes: landUseCodes(layer.delivered) }),
  });
  return {
    crs,
    layers: drawn.map(prepared),
    details: context.layers
      .filter((layer) => layer.crs && found(layer) > 0 && !drawn.includes(layer))
      .map(prepared),
  };
}
