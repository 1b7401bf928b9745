import { type Overlay, type Polygons, type Repair, reprojectPolygons } from '@tuheng/geometry';
import type { Crs, Layer, Plan } from '@tuheng/standard';

/** A layer made ready for overlay: in the working plane, every feature valid. */
export interface WorkingLayer {
  readonly layer: Layer;
  /** Same features as `layer.polygons`, in the working plane and repaired. */
  readonly polygons: Polygons;
  /** Features repaired by the even-odd rule (`geometry.repair.even-odd`), with their plane areas before and after. */
  readonly repaired: Repair['repaired'];
}

/** Prepares layers of one plan when they are first asked for. */
export class WorkingPlan {
  readonly plan: Plan;
  readonly plane: Crs;
  readonly #overlay: Overlay;
  readonly #prepared = new Map<string, WorkingLayer>();

  constructor(plan: Plan, plane: Crs, overlay: Overlay) {
    this.plan = plan;
    this.plane = plane;
    this.#overlay = overlay;
  }

  layer(code: string): WorkingLayer | undefined {
    const made = this.#prepared.get(code);
    if (made) return made;
    const layer = this.plan.layers.get(code);
    if (!layer) return undefined;
    const { polygons, repaired } = this.#overlay.repair(
      reprojectPolygons(layer.polygons, layer.crs, this.plane),
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
