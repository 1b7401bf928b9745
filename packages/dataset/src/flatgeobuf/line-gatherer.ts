import { type Polylines, PolylinesBuilder } from '@tuheng/geometry';
import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { FeatureGatherer } from './feature-gatherer.ts';

/** Gathers the lines of FlatGeobuf geometries into flat arrays, one feature after the other. */
export class LineGatherer extends FeatureGatherer {
  readonly #builder = new PolylinesBuilder();
  #parts = 0;

  build(): Polylines {
    return this.#builder.build();
  }

  protected override take(geometry: Geometry): 'taken' | 'parts' | 'foreign' {
    switch (geometry.type()) {
      case GeometryType.LineString:
        this.#addPart(geometry.xyArray() ?? []);
        return 'taken';
      case GeometryType.MultiLineString:
        this.#addLines(geometry);
        return 'taken';
      case GeometryType.CircularString:
      case GeometryType.CompoundCurve:
        this.#addPart(this.straightened(geometry));
        return 'taken';
      case GeometryType.MultiCurve:
        return 'parts';
      default:
        return 'foreign';
    }
  }

  protected override endFeature(): { feature: number; isEmpty: boolean } {
    const isEmpty = this.#parts === 0;
    this.#parts = 0;
    return { feature: this.#builder.endFeature(), isEmpty };
  }

  #addLines(geometry: Geometry): void {
    const xy = geometry.xyArray() ?? [];
    let from = 0;
    for (const to of geometry.endsArray() ?? [xy.length / 2]) {
      this.#addPart(xy, from, to);
      from = to;
    }
  }

  #addPart(xy: ArrayLike<number>, from = 0, to = xy.length / 2): void {
    if (to - from < 2) return;
    this.#builder.addPart(xy, from, to);
    this.#parts++;
  }
}
