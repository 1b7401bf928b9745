import { type Polygons, PolygonsBuilder } from '@tuheng/geometry';
import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { appendCurve } from './append-curve.ts';
import { type Ring, restoreHoles } from './restore-holes.ts';

/** What was met besides plain polygons. */
export interface GeometryCounts {
  /** Features without any polygon, or line of a line layer. */
  empty: number;
  /** Features that are collections; their polygons (or lines) were gathered into one. */
  collected: number;
  /** Rings that came as polygons and became the holes they are. */
  holesRestored: number;
}

/** Where what was met stands: features and rings by number, ascending. */
export interface GeometryMarks {
  /** Features with arcs, which became lines. */
  readonly curved: number[];
  /** Features with other shapes than the layer is to have, which were left out. */
  readonly foreign: number[];
  /** Rings that the file did not close; they are closed. */
  readonly openRings: number[];
}

/** Gathers the polygons of FlatGeobuf geometries into flat arrays, one feature after the other. */
export class PolygonGatherer {
  readonly counts: GeometryCounts = { empty: 0, collected: 0, holesRestored: 0 };
  readonly marks: GeometryMarks = { curved: [], foreign: [], openRings: [] };
  readonly #builder = new PolygonsBuilder();
  readonly #esriRings: boolean;
  #polygons: Ring[][] = [];
  #rings = 0;
  #curved = false;
  #collected = false;
  #foreign = false;

  /** @param esriRings whether the orientation of a ring tells what it is (FileGDB, Shapefile) */
  constructor(esriRings: boolean) {
    this.#esriRings = esriRings;
  }

  /** Adds the next feature; null stands for no geometry. */
  addFeature(geometry: Geometry | null): void {
    this.#polygons = [];
    this.#curved = false;
    this.#collected = false;
    this.#foreign = false;
    if (geometry) this.#add(geometry);
    if (this.#esriRings) this.counts.holesRestored += restoreHoles(this.#polygons);
    for (const rings of this.#polygons) {
      for (const { xy, from, to } of rings) this.#addRing(xy, from, to);
      this.#builder.endPolygon();
    }
    const feature = this.#builder.endFeature();
    this.counts.empty += Number(this.#polygons.length === 0);
    this.counts.collected += Number(this.#collected);
    if (this.#curved) this.marks.curved.push(feature);
    if (this.#foreign) this.marks.foreign.push(feature);
  }

  #addRing(xy: Ring['xy'], from: number, to: number): void {
    const closed = same(xy[2 * from]!, xy[2 * to - 2]!) && same(xy[2 * from + 1]!, xy[2 * to - 1]!);
    if (!closed) this.marks.openRings.push(this.#rings);
    this.#builder.addRing(xy, from, to);
    this.#rings++;
  }

  build(): Polygons {
    return this.#builder.build();
  }

  #add(geometry: Geometry): void {
    switch (geometry.type()) {
      case GeometryType.Polygon:
      case GeometryType.Triangle:
        this.#addPolygon(geometry);
        break;
      case GeometryType.CurvePolygon:
        this.#addCurvePolygon(geometry);
        break;
      case GeometryType.GeometryCollection:
        this.#collected = true;
        this.#addParts(geometry);
        break;
      case GeometryType.MultiPolygon:
      case GeometryType.MultiSurface:
        this.#addParts(geometry);
        break;
      default:
        this.#foreign = true;
    }
  }

  #addParts(geometry: Geometry): void {
    for (let i = 0; i < geometry.partsLength(); i++) this.#add(geometry.parts(i)!);
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
      const points: number[] = [];
      if (appendCurve(points, geometry.parts(r)!)) this.#curved = true;
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
