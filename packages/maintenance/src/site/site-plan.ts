import { type BoxIndex, indexBoxes, type Overlay, reprojectPolygons } from '@tuheng/geometry';
import {
  type Crs,
  defaultTolerance,
  type Layer,
  type Plan,
  type Tolerance,
  workingPlane,
} from '@tuheng/standard';
import { createMeasure, type Measure } from '../measure.ts';
import type { WorkingLayer } from '../working-layer.ts';
import { siteLayers } from './layer-role.ts';
import { SiteError } from './site-error.ts';
import type { SiteInput } from './site-report.ts';

export interface SitePlanRequest {
  readonly plan: Plan;
  /** Layers the plan's own database does not hold: DLTB, XZQ, KFQ. */
  readonly base?: Plan;
  readonly overlay: Overlay;
  readonly tolerance?: Tolerance;
}

/** A layer in the working plane, every feature valid, with the index of its boxes. */
export interface SitePlanLayer extends WorkingLayer {
  readonly index: BoxIndex;
}

/**
 * A plan made ready once, so that every site costs only what is near it. Nothing in it changes: many sites may be judged against it.
 */
export interface SitePlan {
  readonly inputs: readonly SiteInput[];
  /** The CRS the plan declares: the path of its areas. */
  readonly declared: Crs;
  /** The Gauss–Krüger plane in which everything is overlaid. */
  readonly plane: Crs;
  readonly measure: Measure;
  readonly overlay: Overlay;
  readonly tolerance: Tolerance;
  /** By code, those of `siteLayers` that the plan or the base has. */
  readonly layers: ReadonlyMap<string, SitePlanLayer>;
}

/**
 * Prepares a plan for `judgeSite`: about a second for a county of 200,000 parcels, and some 16 bytes a vertex where the plan is in degrees.
 *
 * @throws SiteError `site.no-layer` where the plan has none of the layers a site is held against
 */
export function prepareSitePlan(request: SitePlanRequest): SitePlan {
  const { plan, base, overlay, tolerance = defaultTolerance } = request;
  const found = [...siteLayers.keys()].flatMap((code) => {
    const layer = plan.layers.get(code) ?? base?.layers.get(code);
    return layer ? [layer] : [];
  });
  const first = found.find(({ code }) => plan.layers.has(code)) ?? found[0];
  if (!first) {
    throw new SiteError(
      'site.no-layer',
      `规划数据库 ${plan.name} 没有可以比对的图层。请确认它是县级国土空间规划数据库。`,
    );
  }
  const plane = workingPlane(first.polygons, first.crs);
  return {
    inputs: [
      { role: 'plan', name: plan.name, digest: plan.digest },
      ...(base ? [{ role: 'base' as const, name: base.name, digest: base.digest }] : []),
    ],
    declared: first.crs,
    plane,
    measure: createMeasure(first.crs, plane),
    overlay,
    tolerance,
    layers: new Map(found.map((layer) => [layer.code, prepareLayer(layer, plane, overlay)])),
  };
}

function prepareLayer(layer: Layer, plane: Crs, overlay: Overlay): SitePlanLayer {
  const { polygons, repaired } = overlay.repair(reprojectPolygons(layer.polygons, layer.crs, plane));
  return { layer, polygons, repaired, index: indexBoxes(polygons) };
}
