import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { FeatureGatherer } from './feature-gatherer.ts';
import { type Ring, restoreHoles } from './restore-holes.ts';

/** Gathers the polygons of FlatGeobuf geometries into flat arrays, one feature after the other. */
export class PolygonGatherer extends FeatureGatherer {
  readonly #builder = new PolygonsBuilder();
  readonly #esriRings: boolean;
  #polygons: Ring[][] = [];
  #rings = 0;

  /** @param esriRings whether the orientation of a ring tells what it is (FileGDB, Shapefile) */
  constructor(esriRings: boolean) {
    super();
    this.#esriRings = esriRings;
  }

  build(): Polygons {
    return this.#builder.build();
  }

  protected override take(geometry: Geometry): 'taken' | 'parts' | 'foreign' {
    switch (geometry.type()) {
      case GeometryType.Polygon:
      case GeometryType.Triangle:
        this.#addPolygon(geometry);
        return 'taken';
      case GeometryType.CurvePolygon:
        this.#addCurvePolygon(geometry);
        return 'taken';
      case GeometryType.MultiPolygon:
      case GeometryType.MultiSurface:
        return 'parts';
      default:
        return 'foreign';
    }
  }

  protected override endFeature(): { feature: number; isEmpty: boolean } {
    if (this.#esriRings) this.counts.holesRestored += restoreHoles(this.#polygons);
    for (const rings of this.#polygons) {
      for (const { xy, from, to } of rings) this.#addRing(xy, from, to);
      this.#builder.endPolygon();
    }
    const isEmpty = this.#polygons.length === 0;
    this.#polygons = [];
    return { feature: this.#builder.endFeature(), isEmpty };
  }

  #addRing(xy: Ring['xy'], from: number, to: number): void {
    const closed = same(xy[2 * from]!, xy[2 * to - 2]!) && same(xy[2 * from + 1]!, xy[2 * to - 1]!);
    if (!closed) this.marks.openRings.push(this.#rings);
    this.#builder.addRing(xy, from, to);
    this.#rings++;
  }

  #addPolygon(geometry: Geometry): void {
    const xy = geometry.xyArray();
    if (!xy || xy.length === 0) return;
    const rings: Ring[] = [];
    let from = 0;
    for (const to of geometry.endsArray() ?? [xy.length / 2]) {
      if (to > from) rings.push({ xy, from, to });
      from = to;
    }
    this.#addRings(rings);
  }

  #addCurvePolygon(geometry: Geometry): void {
    const rings: Ring[] = [];
    for (let r = 0; r < geometry.partsLength(); r++) {
      const points = this.straightened(geometry.parts(r)!);
      if (points.length > 0) rings.push({ xy: Float64Array.from(points), from: 0, to: points.length / 2 });
    }
    this.#addRings(rings);
  }

  #addRings(rings: Ring[]): void {
    if (rings.length > 0) this.#polygons.push(rings);
  }
}

/** A coordinate that is no number is the same as another: it is for others to find. */
function same(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
