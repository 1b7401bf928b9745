import { concatPolygons } from '@tuheng/geometry';
import { type FieldSpec, type Layer, layerSpec, type Plan } from '@tuheng/standard';
import { COUNTY_CODE } from '../plan/attributes.ts';
import type { StoredFault } from './data-fault.ts';
import { type DraftFeature, DraftLayer, polygonsOf } from './draft-layer.ts';
import { Places } from './places.ts';

/** A layer of a maintenance database: WHQ…, WHC…, WHH…, and the layer of the plan that it changes. */
export interface MaintenanceLayer extends Layer {
  readonly fields: readonly FieldSpec[];
}

/** The layer in which new shapes are planted: nothing lies beside it that could be met. */
const PLANTED = 'HLFXKZX';

/** A delivery while faults are put into it. */
export class Draft {
  readonly plan: ReadonlyMap<string, DraftLayer>;
  readonly maintenance: ReadonlyMap<string, DraftLayer>;
  readonly stored: StoredFault[] = [];
  readonly #places: Places;
  #serial = 90_000_000;

  constructor(plan: Plan, maintenance: readonly MaintenanceLayer[], county: Layer) {
    this.plan = new Map([...plan.layers].map(([code, layer]) => [code, DraftLayer.ofPlan(layer)]));
    this.maintenance = new Map(
      maintenance.map((layer) => [
        layer.code,
        new DraftLayer(layer, layerSpec(layer.code.slice('WHQ'.length))!, layer.fields),
      ]),
    );
    const taken = concatPolygons([
      polygonsOf(this.layer(PLANTED).features),
      polygonsOf(this.layer('STBHHX').features),
      polygonsOf(this.layer('ZXCQGHFQ').features),
    ]);
    this.#places = new Places(county.polygons, taken);
  }

  layer(code: string): DraftLayer {
    return this.plan.get(code)!;
  }

  /** A number no other feature of the databases has. */
  bsm(): string {
    return `${COUNTY_CODE}0000${this.#serial++}`;
  }

  /** Adds a shape to the layer of planted shapes at a free place: `draw` gets its corner and gives rings, one list a polygon. */
  plant(draw: (x: number, y: number) => number[][][]): Planted {
    const layer = this.layer(PLANTED);
    const [x, y] = this.#places.next();
    const feature = layer.add(layer.features[0]!, draw(x, y), this.bsm());
    return { layer, feature, place: [x, y], object: layer.name };
  }

  /** A free corner for a shape of another layer. */
  place(): [number, number] {
    return this.#places.next();
  }
}

/** What a finding about a planted shape has to name. */
export interface Planted {
  readonly layer: DraftLayer;
  readonly feature: DraftFeature;
  readonly place: readonly [number, number];
  readonly object: string;
}
