import {
  type BoxIndex,
  concatPolygons,
  featureBox,
  featureCount,
  indexBoxes,
  type Overlay,
  type Polygons,
  selectFeatures,
} from '@tuheng/geometry';

/** Finds the features of a layer that lie within a distance of a feature; a boundary that touches or crosses is at no distance. */
export class NearFeatures {
  readonly #overlay: Overlay;
  readonly #layer: Polygons;
  readonly #distance: number;
  readonly #index: BoxIndex;

  /** @param distance plane metres, exact between the outlines */
  constructor(overlay: Overlay, layer: Polygons, distance: number) {
    this.#overlay = overlay;
    this.#layer = layer;
    this.#distance = distance;
    this.#index = indexBoxes(layer);
  }

  /** Features of the layer within the distance of feature `f` of `p`, ascending. */
  of(p: Polygons, f: number): number[] {
    const one = selectFeatures(p, [f]);
    return this.#candidates(p, f).filter((g) => this.#reaches(one, [g]));
  }

  /** Whether there is any, cheaper than finding them. */
  any(p: Polygons, f: number): boolean {
    const near = this.#candidates(p, f);
    return near.length > 0 && this.#reaches(selectFeatures(p, [f]), near);
  }

  #candidates(p: Polygons, f: number): number[] {
    const [minX, minY, maxX, maxY] = featureBox(p, f);
    const d = this.#distance;
    return this.#index.search([minX - d, minY - d, maxX + d, maxY + d]);
  }

  /** A chain of features that reaches the one begins with one that does so itself. */
  #reaches(one: Polygons, others: readonly number[]): boolean {
    const both = concatPolygons([one, selectFeatures(this.#layer, others)]);
    const groups = this.#overlay.clusters(both, this.#distance);
    for (let k = 1; k < featureCount(both); k++) if (groups[k] === groups[0]) return true;
    return false;
  }
}
