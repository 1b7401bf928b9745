import { type BoxIndex, indexBoxes, type Polygons } from '@tuheng/geometry';
import type { Finding } from '@tuheng/inspection';
import type { GroundLayer } from './inspection-map.ts';
import { type PlanePlace, placeBox } from './places.ts';

/** A stretch of a delivered border, vertex by vertex as delivered. */
export interface NearBorder {
  /** Of the feature of the finding, of one that takes part, of another. */
  readonly of: 'own' | 'other' | 'rest';
  readonly line: readonly number[];
}

/** How far around a place borders are shown: so many metres, or half its size. */
const AROUND = 3;
/** Places larger than this are seen well on the simplified ground, metres. */
const LARGEST = 400;
const MOST_FEATURES = 24;
const MOST_VERTICES = 160;
/** Vertices whose box is kept together, so that a ring of a million is not walked for every finding in it. */
const CHUNK = 64;

/**
 * The delivered borders around faults, at full precision: the ground is simplified, and a fault of a millimetre is understood only with
 * the vertices beside it. Vertices of all findings together stay below `budget`; later findings go without.
 */
export function nearBorders(
  findings: readonly Finding[],
  places: readonly (PlanePlace | undefined)[],
  layers: readonly GroundLayer[],
  budget: number,
): (readonly NearBorder[])[] {
  const known = new Map(layers.map((layer) => [layer.code, new IndexedLayer(layer.polygons)] as const));
  let left = budget;
  return findings.map((finding, i) => {
    const place = places[i];
    const codes = new Set([finding.layer, ...(finding.others ?? []).map(({ layer }) => layer)]);
    if (!place || left <= 0) return [];
    const [minX, minY, maxX, maxY] = placeBox(place);
    const size = Math.max(maxX - minX, maxY - minY);
    if (size > LARGEST) return [];
    const margin = Math.max(AROUND, size / 2);
    const window = [minX - margin, minY - margin, maxX + margin, maxY + margin] as const;
    const borders: NearBorder[] = [];
    let vertices = 0;
    for (const code of codes) {
      const layer = known.get(code);
      if (!layer) continue;
      const own = finding.layer === code && finding.row !== null ? finding.row - 1 : -1;
      const others = (finding.others ?? []).flatMap((other) => (other.layer === code ? [other.row - 1] : []));
      const of = (f: number) => (f === own ? 'own' : others.includes(f) ? 'other' : 'rest');
      const rank = { own: 0, other: 1, rest: 2 } as const;
      const found = layer.search(window).toSorted((a, b) => rank[of(a)] - rank[of(b)] || a - b);
      for (const f of found.slice(0, MOST_FEATURES)) {
        for (const line of layer.stretches(f, window)) {
          if (vertices + line.length / 2 > MOST_VERTICES) continue;
          vertices += line.length / 2;
          borders.push({ of: of(f), line });
        }
      }
    }
    left -= vertices;
    return borders;
  });
}

type Window = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Finds the edges of a layer in a window. */
class IndexedLayer {
  readonly #polygons: Polygons;
  readonly #chunks = new Map<number, Float64Array>();
  #index: BoxIndex | undefined;

  constructor(polygons: Polygons) {
    this.#polygons = polygons;
  }

  search(window: Window): number[] {
    this.#index ??= indexBoxes(this.#polygons);
    return this.#index.search(window);
  }

  /** Runs of edges of feature `f` whose boxes meet the window. */
  stretches(f: number, window: Window): number[][] {
    const { featureStart, polygonStart } = this.#polygons;
    const lines: number[][] = [];
    const last = polygonStart[featureStart[f + 1]!]!;
    for (let r = polygonStart[featureStart[f]!]!; r < last; r++) this.#ring(r, window, lines);
    return lines;
  }

  #ring(r: number, window: Window, lines: number[][]): void {
    const { xy, ringStart } = this.#polygons;
    const from = ringStart[r]!;
    const edges = ringStart[r + 1]! - from - 1;
    const boxes = this.#boxesOf(r);
    let line: number[] | undefined;
    for (let chunk = 0; chunk * CHUNK < edges; chunk++) {
      if (!meets(boxes.subarray(4 * chunk, 4 * chunk + 4), window)) {
        line = undefined;
        continue;
      }
      for (let e = chunk * CHUNK; e < Math.min(edges, (chunk + 1) * CHUNK); e++) {
        const i = 2 * (from + e);
        const [x0, y0, x1, y1] = [xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!];
        const box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
        if (!meets(box, window)) line = undefined;
        else if (line) line.push(x1, y1);
        else {
          line = [x0, y0, x1, y1];
          lines.push(line);
        }
      }
    }
  }

  /** The box of every `CHUNK` edges of a ring. */
  #boxesOf(r: number): Float64Array {
    const known = this.#chunks.get(r);
    if (known) return known;
    const { xy, ringStart } = this.#polygons;
    const edges = Math.max(0, ringStart[r + 1]! - ringStart[r]! - 1);
    const chunks = Math.ceil(edges / CHUNK);
    const boxes = new Float64Array(4 * chunks);
    for (let chunk = 0; chunk < chunks; chunk++) {
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (let v = chunk * CHUNK; v <= Math.min(edges, (chunk + 1) * CHUNK); v++) {
        const i = 2 * (ringStart[r]! + v);
        box[0] = Math.min(box[0]!, xy[i]!);
        box[1] = Math.min(box[1]!, xy[i + 1]!);
        box[2] = Math.max(box[2]!, xy[i]!);
        box[3] = Math.max(box[3]!, xy[i + 1]!);
      }
      boxes.set(box, 4 * chunk);
    }
    this.#chunks.set(r, boxes);
    return boxes;
  }
}

function meets(box: ArrayLike<number>, [minX, minY, maxX, maxY]: Window): boolean {
  return box[0]! <= maxX && box[2]! >= minX && box[1]! <= maxY && box[3]! >= minY;
}
