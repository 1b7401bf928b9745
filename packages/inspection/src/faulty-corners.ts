import type { InspectedLayer } from './inspected-layer.ts';
import type { InspectionContext } from './inspection-context.ts';
import { NearPoints } from './near-points.ts';

/** Corners of the overlaps and gaps of a layer, with the features that take part in them. */
export class FaultyCorners {
  readonly #corners: NearPoints;
  /** By piece. */
  readonly #features: ReadonlySet<number>[] = [];

  constructor(context: InspectionContext, layer: InspectedLayer) {
    this.#corners = new NearPoints(context.tolerance.snap);
    const { enclosed, atBoundary } = context.gaps(layer);
    const beyond = context.beyond(layer).pieces;
    for (const pieces of [context.overlaps(layer).pieces, enclosed, atBoundary, beyond]) {
      for (const { features, rings } of pieces) {
        for (const ring of rings) {
          for (let i = 0; i < ring.length; i += 2)
            this.#corners.add(ring[i]!, ring[i + 1]!, this.#features.length);
        }
        this.#features.push(new Set(features));
      }
    }
  }

  /** Whether one of the features takes part in a piece with a corner at a point. */
  explain(x: number, y: number, features: readonly number[]): boolean {
    return this.#corners.valuesAt(x, y).some((piece) => features.some((f) => this.#features[piece]!.has(f)));
  }
}
