import { transformBetween } from '@tuheng/geometry';
import { CGCS2000, numberAt, textAt } from '@tuheng/standard';
import type { HeldLayer } from '../held-versions/held-layer.ts';

export const changeOrders = ['whbh', 'layer', 'type', 'bsm', 'from', 'to', 'area', 'township'] as const;
export type ChangeOrder = (typeof changeOrders)[number];

/** One piece of the change. */
export interface ChangeRow {
  /** Number in its layer of the side `change`. */
  readonly id: number;
  /** Code of the layer that changed. */
  readonly layer: string;
  /** WHLX: 1 调入, 2 属性变更, 3 调出. */
  readonly type: string;
  readonly whbh: string | null;
  readonly bsm: string | null;
  readonly from: ClassName | null;
  readonly to: ClassName | null;
  /** m², national ellipsoid. */
  readonly area: number;
  readonly township: ClassName | null;
  /** West, south, east, north in degrees; null for a piece without corners. */
  readonly box: readonly [number, number, number, number] | null;
}

interface ClassName {
  readonly code: string;
  readonly name: string | null;
}

export interface ChangeTotal {
  readonly layer: string;
  readonly type: string;
  readonly pieces: number;
  /** m², national ellipsoid. */
  readonly area: number;
}

export interface ChangeQuestion {
  readonly layer?: string;
  readonly type?: string;
  readonly sort?: ChangeOrder;
  readonly descending?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** The field that a column of the table is sorted by. */
const fieldOf: Readonly<Record<Exclude<ChangeOrder, 'layer' | 'area'>, string>> = {
  whbh: 'WHBH',
  type: 'WHLX',
  bsm: 'BSM',
  from: 'WHQDM',
  to: 'WHHDM',
  township: 'XZDM',
};

/** All pieces of a change as one table. Orders are made when they are first asked for. */
export class ChangeTable {
  readonly totals: readonly ChangeTotal[];
  readonly length: number;
  readonly #layers: readonly HeldLayer[];
  /** Layer and row of each piece, in the order of the layers. */
  readonly #layer: Uint16Array;
  readonly #row: Uint32Array;
  readonly #orders = new Map<ChangeOrder, Uint32Array>();

  constructor(layers: readonly HeldLayer[]) {
    this.#layers = layers;
    this.length = layers.reduce((sum, { ids }) => sum + ids.length, 0);
    this.#layer = new Uint16Array(this.length);
    this.#row = new Uint32Array(this.length);
    let at = 0;
    for (const [l, { ids }] of layers.entries())
      for (let row = 0; row < ids.length; row++) {
        this.#layer[at] = l;
        this.#row[at++] = row;
      }
    this.totals = layers.flatMap(totalsOf);
  }

  /** A page of the table, and how many rows there are of what was asked for. */
  rows({ layer, type, sort, descending = false, offset, limit }: ChangeQuestion): {
    readonly total: number;
    readonly rows: readonly ChangeRow[];
  } {
    const order = this.#orderOf(sort);
    const found: number[] = [];
    let total = 0;
    for (let i = 0; i < order.length; i++) {
      const piece = order[descending ? order.length - 1 - i : i]!;
      if (layer !== undefined && this.#layerAt(piece).layer.code !== layer) continue;
      if (type !== undefined && this.#textAt(piece, 'WHLX') !== type) continue;
      if (total >= offset && found.length < limit) found.push(piece);
      total++;
    }
    return { total, rows: found.map((piece) => this.#rowOf(piece)) };
  }

  #orderOf(sort: ChangeOrder = 'layer'): Uint32Array {
    const known = this.#orders.get(sort);
    if (known) return known;
    const order = Uint32Array.from({ length: this.length }, (_, piece) => piece);
    if (sort === 'area') {
      const areas = Float64Array.from(order, (piece) => this.#areaAt(piece));
      order.sort((a, b) => areas[a]! - areas[b]! || a - b);
    } else if (sort !== 'layer') {
      const texts = Array.from(order, (piece) => this.#textAt(piece, fieldOf[sort]) ?? '');
      order.sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b));
    }
    this.#orders.set(sort, order);
    return order;
  }

  #rowOf(piece: number): ChangeRow {
    const text = (field: string) => this.#textAt(piece, field);
    const named = (code: string, name: string): ClassName | null => {
      const found = text(code);
      return found === null ? null : { code: found, name: text(name) };
    };
    const { layer, ids } = this.#layerAt(piece);
    const row = this.#row[piece]!;
    return {
      id: ids[row]!,
      layer: layer.code,
      type: text('WHLX') ?? '',
      whbh: text('WHBH'),
      bsm: text('BSM'),
      from: named('WHQDM', 'WHQMC'),
      to: named('WHHDM', 'WHHMC'),
      area: this.#areaAt(piece),
      township: named('XZDM', 'XZMC'),
      box: boxOf(layer, row),
    };
  }

  #layerAt(piece: number): HeldLayer {
    return this.#layers[this.#layer[piece]!]!;
  }

  #textAt(piece: number, field: string): string | null {
    return textAt(this.#layerAt(piece).layer, field, this.#row[piece]!);
  }

  #areaAt(piece: number): number {
    return numberAt(this.#layerAt(piece).layer, 'WHMJ', this.#row[piece]!);
  }
}

function totalsOf({ layer, ids }: HeldLayer): ChangeTotal[] {
  const totals = new Map<string, { layer: string; type: string; pieces: number; area: number }>();
  for (let row = 0; row < ids.length; row++) {
    const type = textAt(layer, 'WHLX', row) ?? '';
    const total = totals.get(type) ?? { layer: layer.code, type, pieces: 0, area: 0 };
    total.pieces++;
    total.area += numberAt(layer, 'WHMJ', row);
    totals.set(type, total);
  }
  return [...totals.values()].map((total) => ({ ...total, area: Math.round(total.area * 100) / 100 }));
}

function boxOf({ crs, polygons }: HeldLayer['layer'], row: number): ChangeRow['box'] {
  const { xy, ringStart, polygonStart, featureStart } = polygons;
  const toLonLat = transformBetween(crs, CGCS2000);
  const corner: [number, number] = [0, 0];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const end = 2 * ringStart[polygonStart[featureStart[row + 1]!]!]!;
  for (let i = 2 * ringStart[polygonStart[featureStart[row]!]!]!; i < end; i += 2) {
    toLonLat(xy[i]!, xy[i + 1]!, corner);
    west = Math.min(west, corner[0]);
    south = Math.min(south, corner[1]);
    east = Math.max(east, corner[0]);
    north = Math.max(north, corner[1]);
  }
  return west > east ? null : [west, south, east, north];
}
