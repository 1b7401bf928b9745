import { type Overlay, type Polygons, reprojectPolygons } from '@tuheng/geometry';
import { type Crs, type Layer, layerSpec, type Tolerance, workingPlane } from '@tuheng/standard';
import { createMeasure, type Measure } from '../measure.ts';
import type { WorkingLayer } from '../working-layer.ts';
import type { LayerChange } from './change.ts';
import { reclassifyChange } from './reclassify.ts';
import { transferChange } from './transfer.ts';

/** The change between two layers, the plane that its pieces lie in, and how they are measured. */
export interface ChangeOfLayers {
  readonly change: LayerChange;
  readonly plane: Crs;
  readonly measure: Measure;
}

/**
 * The change between two layers of one code and coordinate system, outside of a review: of a few features under a line being drawn or a point asked
 * about. Layers of which the standard says nothing to compare are compared by the ground they cover.
 *
 * @throws OverlayError where the shapes cannot be overlaid
 */
export function changeOfLayers(
  filed: Layer,
  maintained: Layer,
  overlay: Overlay,
  tolerance: Tolerance,
): ChangeOfLayers {
  const { code, crs } = filed;
  const plane = workingPlane(sample(filed, maintained), crs);
  const [before, after] = [prepared(filed, plane, overlay), prepared(maintained, plane, overlay)];
  const compared = layerSpec(code)?.comparedField;
  const change = compared
    ? reclassifyChange(code, compared, before, after, overlay, tolerance)
    : transferChange(code, before, after, overlay, tolerance);
  return { change, plane, measure: createMeasure(crs, plane) };
}

/** The side that has shapes, to find the zone by. */
function sample(filed: Layer, maintained: Layer): Polygons {
  return filed.polygons.xy.length > 0 ? filed.polygons : maintained.polygons;
}

function prepared(layer: Layer, plane: Crs, overlay: Overlay): WorkingLayer {
  const { polygons, repaired } = overlay.repair(reprojectPolygons(layer.polygons, layer.crs, plane));
  return { layer, polygons, repaired };
}
