import {
  featureCount,
  holesOf,
  lonLatGeometry,
  matchIdentical,
  type Overlay,
  type Pieces,
  type Polygons,
  PolygonsBuilder,
  type Polylines,
  perimeter,
  reprojectPolylines,
  selectFeatures,
  type Transform,
} from '@tuheng/geometry';
import type { Tolerance } from '@tuheng/standard';
import {
  type Layer,
  type ListKey,
  type NamedList,
  offReason,
  type Profile,
  type ProjectList,
  projectsOfLayer,
  type SetThreshold,
  type Target,
  type TargetKey,
  type TargetsFile,
  targetRounding,
  targetValue,
  textAt,
} from '@tuheng/standard';
import type { LayerChange } from './change/change.ts';
import { effectiveParameter } from './effective-parameter.ts';
import { pieceEvidence } from './evidence.ts';
import type { Measure } from './measure.ts';
import { splitNoise } from './noise.ts';
import type { Evidence, Parameter, PictureGround, PieceFigures, Verdict } from './review.ts';
import type { WorkingLayer, WorkingPlan } from './working-layer.ts';

export type Side = 'filed' | 'maintained';

/** The ground a layer covers, dissolved into connected single-part patches. */
export interface Patches {
  readonly polygons: Polygons;
  /** Ellipsoid area of each patch, m². */
  readonly areas: Float64Array;
  readonly total: PieceFigures;
  /** Length of all boundaries, holes included, plane metres. */
  readonly perimeter: number;
  /** Every hole as a polygon of its own. */
  readonly holes: Polygons;
}

/** Overlap of two layers on one side, with what is below the tolerance kept apart. */
export interface Overlap {
  readonly real: Pieces;
  readonly noise: Pieces;
}

/** What rules may ask. Everything is computed when first asked for and kept for the run. */
export class RuleContext {
  readonly overlay: Overlay;
  readonly measure: Measure;
  readonly tolerance: Tolerance;
  readonly targets: TargetsFile | undefined;
  /** From the widest to the narrowest. */
  readonly profiles: readonly Profile[];
  readonly thresholds: readonly SetThreshold[];
  readonly changes: ReadonlyMap<string, LayerChange>;
  /** Verdicts of the rules that stand before the one being judged, by rule. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly #plans: Readonly<Record<Side, WorkingPlan>>;
  readonly #base: WorkingPlan | undefined;
  readonly #projects: Readonly<Partial<Record<Side, ProjectList>>>;
  readonly #toLonLat: Transform;
  readonly #kept = new Map<string, unknown>();

  constructor(parts: {
    overlay: Overlay;
    measure: Measure;
    tolerance: Tolerance;
    targets: TargetsFile | undefined;
    profiles: readonly Profile[];
    thresholds: readonly SetThreshold[];
    changes: ReadonlyMap<string, LayerChange>;
    verdicts: ReadonlyMap<string, Verdict>;
    plans: Readonly<Record<Side, WorkingPlan>>;
    base: WorkingPlan | undefined;
    projects: Readonly<Partial<Record<Side, ProjectList>>>;
    toLonLat: Transform;
  }) {
    this.overlay = parts.overlay;
    this.measure = parts.measure;
    this.tolerance = parts.tolerance;
    this.targets = parts.targets;
    this.profiles = parts.profiles;
    this.thresholds = parts.thresholds;
    this.changes = parts.changes;
    this.verdicts = parts.verdicts;
    this.#plans = parts.plans;
    this.#base = parts.base;
    this.#projects = parts.projects;
    this.#toLonLat = parts.toLonLat;
  }

  layer(side: Side, code: string): WorkingLayer | undefined {
    return this.#plans[side].layer(code);
  }

  /** A layer both sides share: from BASE, or else from the filed database. */
  shared(code: string): WorkingLayer | undefined {
    return this.#base?.layer(code) ?? this.layer('filed', code);
  }

  /** A layer of lines both sides share, in the working plane: from BASE, or else from the filed database. */
  sharedLines(code: string): Polylines | undefined {
    return this.#once(`lines ${code}`, () => {
      const layer = this.#base?.plan.lines?.get(code) ?? this.#plans.filed.plan.lines?.get(code);
      return layer && reprojectPolylines(layer.lines, layer.crs, this.#plans.filed.plane);
    });
  }

  target(
    key: TargetKey,
  ): { readonly target: Target; readonly value: number; readonly rounding: number } | undefined {
    const target = this.targets?.targets?.[key];
    return target && { target, value: targetValue(target), rounding: targetRounding(target) };
  }

  /** A list that the plan keeps beside its database. */
  list(key: ListKey): NamedList | undefined {
    return this.targets?.lists?.[key];
  }

  /** The list of key projects of a side: the table that was given, or else what the layer ZDJSXM holds. */
  projects(side: Side): ProjectList | undefined {
    return this.#once(`projects ${side}`, () => {
      const layer = this.#projects[side] ? undefined : this.layer(side, 'ZDJSXM');
      return this.#projects[side] ?? (layer && projectsOfLayer(layer.layer));
    });
  }

  /**
   * A parameter as a region set it, or else the targets file, which verifies it, or else the narrowest profile that speaks of it, or else
   * the rule's own.
   */
  parameter(rule: string, own: Parameter): Parameter {
    return effectiveParameter(own, rule, this);
  }

  /** Why a rule is switched off, and by which profile; undefined where it is not. */
  offReason(rule: string): string | undefined {
    return offReason(this.profiles, rule);
  }

  patches(side: Side, code: string): Patches | undefined {
    return this.#once(`patches ${side} ${code}`, () => {
      const layer = this.layer(side, code);
      return layer && this.#patchesOf(layer.polygons);
    });
  }

  /** Area two layers of one side share. Undefined where one of them is missing. */
  overlap(side: Side, a: string, b: string): Overlap | undefined {
    return this.#once(`overlap ${side} ${a} ${b}`, () => {
      const first = this.layer(side, a);
      const second = this.layer(side, b);
      return (
        first && second && splitNoise(this.overlay.intersect(first.polygons, second.polygons), this.tolerance)
      );
    });
  }

  /**
   * Area in m² that the features of `layer` share with each parcel of `survey`, one row a shared piece. Features that are a
   * parcel themselves (most farmland is) need no overlay.
   */
  sharedAreas(
    layer: WorkingLayer,
    survey: WorkingLayer,
  ): { readonly parcel: number; readonly area: number }[] {
    const partner = matchIdentical(layer.polygons, survey.polygons, this.tolerance.grid);
    const rest: number[] = [];
    const rows: { parcel: number; area: number }[] = [];
    for (const [f, parcel] of partner.entries()) {
      if (parcel < 0) rest.push(f);
      else rows.push({ parcel, area: this.measure.ellipsoid(layer.polygons, f) });
    }
    const { right, values } = this.overlay.shares(selectFeatures(layer.polygons, rest), survey.polygons, [
      this.measure.ofFragments,
    ]);
    for (const [k, parcel] of right.entries()) rows.push({ parcel, area: values[0]![k]! });
    return rows;
  }

  /**
   * How far the area of a layer may seem to differ between A and B by rounding alone, m²: so much a feature, and so much a
   * metre of boundary of what changed (unchanged ground is rounded alike on both sides).
   */
  slack(code: string): number {
    const features = featureCount(this.layer('maintained', code)?.polygons ?? noPolygons);
    const change = this.changes.get(code);
    const { areaPerFeature, areaPerMetre } = this.tolerance;
    const moved = change
      ? [change.transferIn, change.transferOut, change.noise.transferIn, change.noise.transferOut]
      : [];
    const boundary = moved.reduce((sum, { polygons }) => sum + totalPerimeter(polygons), 0);
    return areaPerFeature * Math.max(1, features) + areaPerMetre * boundary;
  }

  /** Evidence for piece `k` of `polygons` (working plane), owned by row `row` of `owner`. */
  evidence(
    polygons: Polygons,
    k: number,
    about: { code: string; side: Evidence['side']; label: string; owner?: Layer; row?: number },
  ): Evidence {
    return pieceEvidence(polygons, k, this.measure, this.#toLonLat, {
      layer: about.code,
      side: about.side,
      label: about.label,
      bsm: about.owner && about.row !== undefined ? textAt(about.owner, 'BSM', about.row) : null,
    });
  }

  /** Ground of a picture: all of `polygons` (working plane) dissolved into one; nothing where there is none. */
  pictureGround(role: PictureGround['role'], polygons: Polygons): PictureGround[] {
    const dissolved = this.overlay.dissolve(polygons);
    const parts = featureCount(dissolved);
    if (parts === 0) return [];
    const { area } = this.measure.total(dissolved);
    const whole = { ...dissolved, featureStart: Uint32Array.of(0, dissolved.polygonStart.length - 1) };
    return [
      {
        role,
        area: Math.round(area * 100) / 100,
        geometry: lonLatGeometry(whole, 0, this.#toLonLat, PICTURE_DECIMALS),
      },
    ];
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  #patchesOf(polygons: Polygons): Patches {
    const dissolved = this.overlay.dissolve(polygons);
    const n = featureCount(dissolved);
    const areas = Float64Array.from({ length: n }, (_, f) => this.measure.ellipsoid(dissolved, f));
    return {
      polygons: dissolved,
      areas,
      total: this.measure.total(dissolved),
      perimeter: totalPerimeter(dissolved),
      holes: holesOf(dissolved).polygons,
    };
  }
}

/** 1 cm on the ground: no picture shows less. */
const PICTURE_DECIMALS = 7;

const noPolygons = new PolygonsBuilder().build();

function totalPerimeter(p: Polygons): number {
  let length = 0;
  for (let f = 0; f < featureCount(p); f++) length += perimeter(p, f);
  return length;
}
