import {
  featureCount,
  keptEllipsoidArea,
  type Polygons,
  PolygonsBuilder,
  perimeter,
  planeArea,
  reprojectPolygons,
} from '@tuheng/geometry';
import {
  type Crs,
  type DeclaredCrs,
  type DeliveredDatabase,
  type DeliveredLayer,
  type LayerSpec,
  numberAt,
  textAt,
  workingPlane,
} from '@tuheng/standard';
import type { CoordinateJudgement } from './judge-coordinates.ts';

/** A layer under inspection: as delivered, and in a plane in which its geometry can be judged. */
export class InspectedLayer {
  readonly database: DeliveredDatabase;
  readonly delivered: DeliveredLayer;
  /**
   * Where the layer's middle coordinates make sense under the declared CRS: that one. Otherwise undefined, and no geometry of the layer
   * is judged (S-01).
   */
  readonly crs: Crs | undefined;
  /**
   * Features whose coordinates are not finite or far outside the range of the CRS (S-02). They are empty in `polygons`: one of them
   * must not spoil the others.
   */
  readonly stray: ReadonlySet<number>;
  /** Why the coordinates contradict the declared CRS, where they do. */
  readonly fault: CoordinateJudgement['fault'];
  #plane: Crs | undefined;
  #polygons: Polygons | undefined;

  constructor(database: DeliveredDatabase, delivered: DeliveredLayer, judged: CoordinateJudgement) {
    this.database = database;
    this.delivered = delivered;
    this.crs = judged.crs;
    this.stray = judged.stray;
    this.fault = judged.fault;
  }

  get code(): string {
    return this.delivered.code;
  }

  get spec(): LayerSpec {
    return this.delivered.spec;
  }

  get declared(): DeclaredCrs {
    return this.delivered.declared;
  }

  /** Number of features. */
  get count(): number {
    return featureCount(this.delivered.polygons);
  }

  /** The Gauss–Krüger plane of `polygons`. @throws Error where there is no `crs`: rules on geometry require S-01. */
  get plane(): Crs {
    this.#plane ??= workingPlane(this.#usable(), this.#crs());
    return this.#plane;
  }

  /** The features in the plane, metres; stray ones are empty. */
  get polygons(): Polygons {
    this.#polygons ??= reprojectPolygons(this.#usable(), this.#crs(), this.plane);
    return this.#polygons;
  }

  /** Rings of `polygons`, by number, that the file did not close. */
  get openRings(): readonly number[] {
    const { openRings, polygons } = this.delivered;
    if (openRings.length === 0 || this.stray.size === 0) return Array.from(openRings);
    const open = new Set(openRings);
    const found: number[] = [];
    let ring = 0;
    for (let f = 0; f < this.count; f++) {
      const from = polygons.polygonStart[polygons.featureStart[f]!]!;
      const to = polygons.polygonStart[polygons.featureStart[f + 1]!]!;
      // The rings of stray features are not among those of `polygons`.
      if (this.stray.has(f)) continue;
      for (let r = from; r < to; r++, ring++) if (open.has(r)) found.push(ring);
    }
    return found;
  }

  /**
   * National ellipsoid area of feature `f`, m², on the path of the declared CRS: plane coordinates are densified, geographic ones are
   * not (standards.md §7.4).
   */
  ellipsoidArea(f: number): number {
    return this.stray.has(f) ? 0 : keptEllipsoidArea(this.delivered.polygons, f, this.#crs());
  }

  planeArea(f: number): number {
    return planeArea(this.polygons, f);
  }

  /** Length of all rings of feature `f`, metres. */
  perimeter(f: number): number {
    return perimeter(this.polygons, f);
  }

  hasField(field: string): boolean {
    return this.delivered.columns.has(field);
  }

  text(field: string, f: number): string | null {
    return textAt(this.delivered, field, f);
  }

  /** What the file says, before codes and dates were brought to their normal form. */
  rawText(field: string, f: number): string | null {
    const column = this.delivered.columns.get(field);
    return column?.kind === 'text' && column.raw ? (column.raw[f] ?? null) : this.text(field, f);
  }

  /** NaN where it is empty or no number. */
  number(field: string, f: number): number {
    return numberAt(this.delivered, field, f);
  }

  bsm(f: number): string | null {
    return this.text('BSM', f);
  }

  /** Row for people: from 1, in the order of the file. */
  row(f: number): number {
    return f + 1;
  }

  #crs(): Crs {
    if (!this.crs) throw new Error(`layer ${this.code} has no usable coordinate system`);
    return this.crs;
  }

  #usable(): Polygons {
    const { polygons } = this.delivered;
    if (this.stray.size === 0) return polygons;
    const builder = new PolygonsBuilder();
    for (let f = 0; f < featureCount(polygons); f++) {
      if (this.stray.has(f)) builder.endFeature();
      else builder.copyFeature(polygons, f);
    }
    return builder.build();
  }
}
