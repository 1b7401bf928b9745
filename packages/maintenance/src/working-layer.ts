import { type Overlay, type Polygons, type Repair, reprojectPolygons } from '@tuheng/geometry';
import { type Crs, crsOf, type Layer, type Plan, zoneOf } from '@tuheng/standard';

/** A layer made ready for overlay: in the working plane, every feature valid. */
export interface WorkingLayer {
  readonly layer: Layer;
  /** Same features as `layer.polygons`, in the working plane and repaired. */
  readonly polygons: Polygons;
  /** Features repaired by the even-odd rule (`geometry.repair.even-odd`), with their plane areas before and after. */
  readonly repaired: Repair['repaired'];
}

/** The Gauss–Krüger plane to work in: the declared one, or for a geographic CRS the 3° zone of the middle longitude. */
export function workingPlane(layer: Layer): Crs {
  if (layer.crs.kind === 'gauss-kruger') return layer.crs;
  let west = Infinity;
  let east = -Infinity;
  const { xy } = layer.polygons;
  for (let i = 0; i < xy.length; i += 2) {
    west = Math.min(west, xy[i]!);
    east = Math.max(east, xy[i]!);
  }
  const zone = zoneOf(west > east ? 0 : (west + east) / 2);
  const crs = crsOf(4488 + zone);
  if (!crs) throw new RangeError(`图层 ${layer.code} 的经度不在 2000 国家大地坐标系 3° 带（25–45 带）范围内`);
  return crs;
}

/** Prepares layers of one plan when they are first asked for. */
export class WorkingPlan {
  readonly plan: Plan;
  readonly #plane: Crs;
  readonly #overlay: Overlay;
  readonly #prepared = new Map<string, WorkingLayer>();

  constructor(plan: Plan, plane: Crs, overlay: Overlay) {
    this.plan = plan;
    this.#plane = plane;
    this.#overlay = overlay;
  }

  layer(code: string): WorkingLayer | undefined {
    const made = this.#prepared.get(code);
    if (made) return made;
    const layer = this.plan.layers.get(code);
    if (!layer) return undefined;
    const { polygons, repaired } = this.#overlay.repair(
      reprojectPolygons(layer.polygons, layer.crs, this.#plane),
    );
    const working = { layer, polygons, repaired };
    this.#prepared.set(code, working);
    return working;
  }

  /** Layers prepared so far, by code in ascending order. */
  prepared(): readonly WorkingLayer[] {
    return [...this.#prepared.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, layer]) => layer);
  }
}
