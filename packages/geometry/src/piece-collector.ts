import type { Pieces } from './overlay.ts';
import { type Polygons, PolygonsBuilder } from './polygons.ts';

/** Collects pieces polygon by polygon. */
export class PieceCollector {
  readonly builder = new PolygonsBuilder();
  readonly #left: number[] = [];
  readonly #right: number[] = [];

  /** Closes the piece made of the polygon added last: cut from features `left` and `right`. */
  add(left: number, right: number): void {
    this.builder.endFeature();
    this.#left.push(left);
    this.#right.push(right);
  }

  /** Adds the polygons of feature `f` of `source` as they are, each as a piece; rings of fewer than four vertices enclose nothing. */
  copy(source: Polygons, f: number, left: number, right: number): void {
    const { featureStart, polygonStart, ringStart, xy } = source;
    for (let g = featureStart[f]!; g < featureStart[f + 1]!; g++) {
      const shell = polygonStart[g]!;
      if (ringStart[shell + 1]! - ringStart[shell]! < 4) continue;
      for (let r = shell; r < polygonStart[g + 1]!; r++) {
        if (ringStart[r + 1]! - ringStart[r]! >= 4)
          this.builder.addRing(xy, ringStart[r]!, ringStart[r + 1]!);
      }
      this.builder.endPolygon();
      this.add(left, right);
    }
  }

  build(): Pieces {
    return {
      polygons: this.builder.build(),
      left: Uint32Array.from(this.#left),
      right: Int32Array.from(this.#right),
    };
  }
}
