import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { appendCurve } from './append-curve.ts';

/** What was met besides plain shapes. */
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

/** Gathers FlatGeobuf geometries into flat arrays, one feature after the other; which shapes, its kinds say. */
export abstract class FeatureGatherer {
  readonly counts: GeometryCounts = { empty: 0, collected: 0, holesRestored: 0 };
  readonly marks: GeometryMarks = { curved: [], foreign: [], openRings: [] };
  #curved = false;
  #collected = false;
  #foreign = false;

  /** Adds the next feature; null stands for no geometry. */
  addFeature(geometry: Geometry | null): void {
    this.#curved = false;
    this.#collected = false;
    this.#foreign = false;
    if (geometry) this.#add(geometry);
    const { feature, isEmpty } = this.endFeature();
    this.counts.empty += Number(isEmpty);
    this.counts.collected += Number(this.#collected);
    if (this.#curved) this.marks.curved.push(feature);
    if (this.#foreign) this.marks.foreign.push(feature);
  }

  /** Takes one geometry that the layer is to have. @returns what it was: taken, made of parts to be looked at, or foreign to the layer */
  protected abstract take(geometry: Geometry): 'taken' | 'parts' | 'foreign';

  /** Closes the feature of all that was taken since the last call. */
  protected abstract endFeature(): { readonly feature: number; readonly isEmpty: boolean };

  /** Vertices of a curve, arcs as lines; that there were arcs is marked. */
  protected straightened(curve: Geometry): number[] {
    const points: number[] = [];
    if (appendCurve(points, curve)) this.#curved = true;
    return points;
  }

  #add(geometry: Geometry): void {
    const isCollection = geometry.type() === GeometryType.GeometryCollection;
    if (isCollection) this.#collected = true;
    const what = isCollection ? 'parts' : this.take(geometry);
    if (what === 'foreign') this.#foreign = true;
    if (what !== 'parts') return;
    for (let i = 0; i < geometry.partsLength(); i++) this.#add(geometry.parts(i)!);
  }
}
