import {
  featureBox,
  featureCount,
  indexBoxes,
  loadGeosOverlay,
  type Overlay,
  type Polygons,
  PolygonsBuilder,
  planeArea,
  selectFeatures,
} from '@tuheng/geometry';
import { createRandom } from '../random.ts';
import { onGrid } from './coverage-generator.ts';
import type { Dataset } from './dataset-file.ts';

/** A feature that replaces parcels: feature `feature` of `polygons`. */
interface Shape {
  readonly polygons: Polygons;
  readonly feature: number;
  readonly code: string;
}

/** What an edit does to parcels of the layer: each is replaced by the shapes listed, by none where it was merged away. */
type Edit = ReadonlyMap<number, readonly Shape[]>;

/** An edit that leaves less than this behind is not one a person makes, m². */
const LEAST_PIECE = 100;

/** A moved vertex goes at most this far in each direction, metres. */
const MOST_MOVE = 1.5;

/**
 * A layer after a year of edits: `share` of the parcels are split (one half gets another class), merged with a neighbour, or
 * have a border vertex moved together with everyone who shares it; the three in turn. Edits keep apart, so that each stands
 * alone. Everything else stays to the bit. Deterministic by seed.
 */
export async function editParcels(
  { polygons, codes }: Dataset,
  share: number,
  seed: number,
): Promise<Dataset> {
  const editor = new Editor(polygons, codes ?? [], seed, await loadGeosOverlay(0.0001));
  const kinds = [() => editor.split(), () => editor.merge(), () => editor.moveVertex()];
  const wanted = Math.round(share * featureCount(polygons));
  for (let done = 0, tries = 0; done < wanted; tries++) {
    if (tries > 100 * wanted) throw new RangeError(`found place for ${done} of ${wanted} edits only`);
    if (kinds[done % kinds.length]!()) done++;
  }
  return editor.result();
}

class Editor {
  readonly #layer: Polygons;
  readonly #codes: readonly string[];
  readonly #overlay: Overlay;
  readonly #random: () => number;
  readonly #index: ReturnType<typeof indexBoxes>;
  readonly #replaced = new Map<number, readonly Shape[]>();
  readonly #near = new Set<number>();

  constructor(layer: Polygons, codes: readonly string[], seed: number, overlay: Overlay) {
    this.#layer = layer;
    this.#codes = codes;
    this.#overlay = overlay;
    this.#random = createRandom(seed);
    this.#index = indexBoxes(layer);
  }

  split(): boolean {
    const f = this.#pick();
    const [minX, minY, maxX, maxY] = featureBox(this.#layer, f);
    const halves = new PolygonsBuilder();
    const wide = maxX - minX > maxY - minY;
    const at = wide ? onGrid((minX + maxX) / 2) : onGrid((minY + maxY) / 2);
    const boxes = wide
      ? [[minX - 1, minY - 1, at, maxY + 1] as const, [at, minY - 1, maxX + 1, maxY + 1] as const]
      : [[minX - 1, minY - 1, maxX + 1, at] as const, [minX - 1, at, maxX + 1, maxY + 1] as const];
    for (const [west, south, east, north] of boxes) {
      halves.addRing([west, south, east, south, east, north, west, north]);
      halves.endPolygon();
      halves.endFeature();
    }
    const { polygons, right } = this.#overlay.intersect(selectFeatures(this.#layer, [f]), halves.build());
    const shapes = Array.from(right, (half, feature) => ({
      polygons,
      feature,
      code: half === 0 ? this.#code(f) : this.#otherCode(f),
    }));
    const whole = shapes.every(({ feature }) => planeArea(polygons, feature) >= LEAST_PIECE);
    return shapes.length > 1 && whole && this.#apply(new Map([[f, shapes]]));
  }

  merge(): boolean {
    const f = this.#pick();
    for (const g of this.#neighbours(f)) {
      const polygons = this.#overlay.dissolve(selectFeatures(this.#layer, [f, g]));
      if (featureCount(polygons) !== 1) continue;
      const larger = planeArea(this.#layer, f) < planeArea(this.#layer, g) ? g : f;
      const merged = { polygons, feature: 0, code: this.#code(larger) };
      return this.#apply(
        new Map<number, readonly Shape[]>([
          [f, [merged]],
          [g, []],
        ]),
      );
    }
    return false;
  }

  moveVertex(): boolean {
    const f = this.#pick();
    const { xy, ringStart, polygonStart, featureStart } = this.#layer;
    const ring = polygonStart[featureStart[f]!];
    if (ring === undefined || featureStart[f] === featureStart[f + 1]) return false;
    const n = ringStart[ring + 1]! - ringStart[ring]! - 1;
    const v = ringStart[ring]! + Math.floor(this.#random() * n);
    const [x, y] = [xy[2 * v]!, xy[2 * v + 1]!];
    const toX = onGrid(x + MOST_MOVE * (2 * this.#random() - 1));
    const toY = onGrid(y + MOST_MOVE * (2 * this.#random() - 1));
    const members = this.#index.search([x, y, x, y]);
    const moved = selectFeatures(this.#layer, members);
    for (let k = 0; k < moved.xy.length; k += 2) {
      if (moved.xy[k] === x && moved.xy[k + 1] === y) moved.xy.set([toX, toY], k);
    }
    const edit = members.flatMap((g, feature) => {
      const shape = { polygons: moved, feature, code: this.#code(g) };
      return sameFeature(this.#layer, g, moved, feature) ? [] : [[g, [shape]] as const];
    });
    return this.#apply(new Map(edit));
  }

  result(): Dataset {
    const builder = new PolygonsBuilder();
    const codes: string[] = [];
    for (let f = 0; f < featureCount(this.#layer); f++) {
      const shapes = this.#replaced.get(f) ?? [{ polygons: this.#layer, feature: f, code: this.#code(f) }];
      for (const { polygons, feature, code } of shapes) {
        builder.copyFeature(polygons, feature);
        codes.push(code);
      }
    }
    return { polygons: builder.build(), codes };
  }

  #pick(): number {
    return Math.floor(this.#random() * featureCount(this.#layer));
  }

  #code(f: number): string {
    return this.#codes[f] ?? '';
  }

  #otherCode(f: number): string {
    for (let tries = 0; tries < 100; tries++) {
      const code = this.#code(this.#pick());
      if (code !== this.#code(f)) return code;
    }
    return this.#code(f);
  }

  #neighbours(f: number): number[] {
    return this.#index.search(featureBox(this.#layer, f)).filter((g) => g !== f);
  }

  /** Takes the edit unless it would meet another one or make a shape invalid. */
  #apply(edit: Edit): boolean {
    const parcels = [...edit.keys()];
    if (parcels.length === 0 || parcels.some((f) => this.#near.has(f))) return false;
    for (const shapes of edit.values()) {
      for (const { polygons, feature } of shapes) {
        if (this.#overlay.repair(selectFeatures(polygons, [feature])).repaired.length > 0) return false;
      }
    }
    for (const [f, shapes] of edit) {
      this.#replaced.set(f, shapes);
      for (const g of [f, ...this.#neighbours(f)]) this.#near.add(g);
    }
    return true;
  }
}

function sameFeature(a: Polygons, f: number, b: Polygons, g: number): boolean {
  const from = a.ringStart[a.polygonStart[a.featureStart[f]!]!]!;
  const to = a.ringStart[a.polygonStart[a.featureStart[f + 1]!]!]!;
  const shift = b.ringStart[b.polygonStart[b.featureStart[g]!]!]! - from;
  for (let k = 2 * from; k < 2 * to; k++) if (a.xy[k] !== b.xy[k + 2 * shift]) return false;
  return true;
}
