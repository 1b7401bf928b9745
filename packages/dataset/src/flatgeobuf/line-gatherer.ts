import { type Polylines, PolylinesBuilder } from '@tuheng/geometry';
import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { appendCurve } from './append-curve.ts';
import type { GeometryCounts, GeometryMarks } from './polygon-gatherer.ts';

/** Gathers the lines of FlatGeobuf geometries into flat arrays, one feature after the other. */
export class LineGatherer {
  readonly counts: GeometryCounts = { empty: 0, collected: 0, holesRestored: 0 };
  readonly marks: GeometryMarks = { curved: [], foreign: [], openRings: [] };
  readonly #builder = new PolylinesBuilder();
  #parts = 0;
  #curved = false;
  #collected = false;
  #foreign = false;

  /** Adds the next feature; null stands for no geometry. */
  addFeature(geometry: Geometry | null): void {
    this.#parts = 0;
    this.#curved = false;
    this.#collected = false;
    this.#foreign = false;
    if (geometry) this.#add(geometry);
    const feature = this.#builder.endFeature();
    this.counts.empty += Number(this.#parts === 0);
    this.counts.collected += Number(this.#collected);
    if (this.#curved) this.marks.curved.push(feature);
    if (this.#foreign) this.marks.foreign.push(feature);
  }

  build(): Polylines {
    return this.#builder.build();
  }

  #add(geometry: Geometry): void {
    switch (geometry.type()) {
      case GeometryType.LineString:
        this.#addPart(geometry.xyArray() ?? []);
        break;
      case GeometryType.MultiLineString:
        this.#addLines(geometry);
        break;
      case GeometryType.CircularString:
      case GeometryType.CompoundCurve:
        this.#addCurve(geometry);
        break;
      case GeometryType.GeometryCollection:
        this.#collected = true;
        this.#addParts(geometry);
        break;
      case GeometryType.MultiCurve:
        this.#addParts(geometry);
        break;
      default:
        this.#foreign = true;
    }
  }

  #addParts(geometry: Geometry): void {
    for (let i = 0; i < geometry.partsLength(); i++) this.#add(geometry.parts(i)!);
  }

  #addLines(geometry: Geometry): void {
    const xy = geometry.xyArray() ?? [];
    let from = 0;
    for (const to of geometry.endsArray() ?? [xy.length / 2]) {
      this.#addPart(xy, from, to);
      from = to;
    }
  }

  #addCurve(geometry: Geometry): void {
    const points: number[] = [];
    if (appendCurve(points, geometry)) this.#curved = true;
    this.#addPart(points);
  }

  #addPart(xy: ArrayLike<number>, from = 0, to = xy.length / 2): void {
    if (to - from < 2) return;
    this.#builder.addPart(xy, from, to);
    this.#parts++;
  }
}
