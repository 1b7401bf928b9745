import {
  type CoveragePiece,
  type CoverageReport,
  checkCoverage,
  dissolve,
  featureCount,
  type Overlay,
  type Polygons,
  PolygonsBuilder,
  planeArea,
  planeAreaMeasure,
  reprojectPolygons,
} from '@tuheng/geometry';
import type { Crs, Delivery, LayerPart, TargetsFile, Tolerance } from '@tuheng/standard';
import { type CountedPieces, countedPieces } from './counted-pieces.ts';
import type { EffectiveRules } from './effective-rules.ts';
import { type SortedGaps, sortGaps } from './gaps-at-boundary.ts';
import type { InspectedLayer } from './inspected-layer.ts';
import { outerRingsOf } from './outer-rings.ts';
import type { RuleData } from './rule-data.ts';
import { SelfCrossings } from './self-crossings.ts';

/** What stands beside the delivery and is not inspected itself: some rules compare with it. */
export interface References {
  /** The plan on file (A) and the maintained plan (B) of a maintenance database. */
  readonly filed?: readonly InspectedLayer[];
  readonly maintained?: readonly InspectedLayer[];
  /** Layers that a plan does not hold: XZQ, DLTB. */
  readonly base?: readonly InspectedLayer[];
  /** The same layers of the counties around. */
  readonly neighbours?: readonly InspectedLayer[];
}

/** What every rule sees. Layers are prepared, and coverages checked, when they are first asked for, and kept. */
export class InspectionContext {
  readonly delivery: Delivery;
  readonly references: References;
  readonly targets: TargetsFile | undefined;
  readonly tolerance: Tolerance;
  readonly overlay: Overlay;
  readonly effective: EffectiveRules;
  /** All layers of all databases of the delivery. */
  readonly layers: readonly InspectedLayer[];
  /** Features that a rule found, by rule and layer; filled as the rules run. */
  readonly #faulty = new Map<string, Map<InspectedLayer, Set<number>>>();
  /** Fields of which a rule found the whole to be wrong; the empty name stands for a cause of no field. */
  readonly #systematic = new Map<string, Map<InspectedLayer, Set<string>>>();
  readonly #coverages = new Map<InspectedLayer, CoverageReport>();
  readonly #crossings = new Map<InspectedLayer, SelfCrossings>();
  readonly #overlaps = new Map<InspectedLayer, CountedPieces>();
  readonly #gaps = new Map<InspectedLayer, SortedGaps>();
  readonly #dissolved = new Map<InspectedLayer, Polygons>();
  readonly #sound = new Map<InspectedLayer, Polygons>();

  constructor(parts: {
    readonly delivery: Delivery;
    readonly layers: readonly InspectedLayer[];
    readonly references: References;
    readonly targets: TargetsFile | undefined;
    readonly tolerance: Tolerance;
    readonly overlay: Overlay;
    readonly effective: EffectiveRules;
  }) {
    this.delivery = parts.delivery;
    this.layers = parts.layers;
    this.references = parts.references;
    this.targets = parts.targets;
    this.tolerance = parts.tolerance;
    this.overlay = parts.overlay;
    this.effective = parts.effective;
  }

  /** Layers of one part of a database: of the plan, or WHQ, WHC, WHH; all where not given. */
  layersOf(part?: LayerPart): readonly InspectedLayer[] {
    return part ? this.layers.filter(({ delivered }) => delivered.part === part) : this.layers;
  }

  /** The layer of administrative regions: of the delivery, or of the base data. */
  county(): InspectedLayer | undefined {
    const all = [...this.layers, ...(this.references.base ?? [])];
    return all.find(({ code, crs, count }) => code === 'XZQ' && crs && count > 0);
  }

  /** A number a rule uses, as the profiles set it. */
  number(rule: string, parameter: string): number {
    return Number(this.effective.value(rule, parameter));
  }

  /** A list a rule uses, as the profiles set it. */
  list(rule: string, parameter: string): readonly string[] {
    const value = this.effective.value(rule, parameter);
    return Array.isArray(value) ? value : [String(value)];
  }

  /**
   * The coverage check of a layer, made once for all rules that read from it: self-intersections, repeated points, sharp angles, tiny and
   * narrow polygons, overlaps, gaps, T-junctions … Plane coordinates of `layer.polygons`. Layers of the whole county are held against its
   * boundary, where that is known.
   */
  coverage(layer: InspectedLayer): CoverageReport {
    const known = this.#coverages.get(layer);
    if (known) return known;
    const boundary = this.boundary(layer);
    const report = checkCoverage(layer.polygons, {
      snap: this.tolerance.snap,
      overlapArea: this.tolerance.overlapArea,
      gapArea: this.tolerance.overlapArea,
      sharpAngle: this.number('G-05', 'sharpAngle'),
      tinyArea: Math.max(this.number('G-06', 'tinyArea'), this.number('G-06', 'constructionTinyArea')),
      narrowWidth: this.number('G-07', 'narrowWidth'),
      outerRings: outerRingsOf(layer),
      openRings: layer.openRings,
      ...(boundary && { boundary }),
    });
    this.#coverages.set(layer, report);
    return report;
  }

  /** Where features of a layer cross themselves. */
  selfCrossings(layer: InspectedLayer): SelfCrossings {
    const known =
      this.#crossings.get(layer) ??
      new SelfCrossings(layer.polygons, this.coverage(layer), this.tolerance.snap);
    this.#crossings.set(layer, known);
    return known;
  }

  /** The overlaps of a layer's coverage that count, but for those of features that are the same (G-08). */
  overlaps(layer: InspectedLayer): CountedPieces {
    const known = this.#overlaps.get(layer);
    if (known) return known;
    const { overlaps, duplicates } = this.coverage(layer);
    const group = new Map<number, number>();
    for (const [k, features] of duplicates.entries()) for (const f of features) group.set(f, k);
    const different = overlaps.filter(({ features: [first, second] }) => {
      const one = group.get(first!);
      return one === undefined || one !== group.get(second!);
    });
    const counted = this.#counted(layer, different);
    this.#overlaps.set(layer, counted);
    return counted;
  }

  /** The gaps of a layer's coverage that count: those it encloses, and ground missing at the county's boundary. */
  gaps(layer: InspectedLayer): SortedGaps {
    const known = this.#gaps.get(layer);
    if (known) return known;
    const counted = this.#counted(layer, this.coverage(layer).gaps);
    const sorted = { ...counted, ...sortGaps(counted.pieces, this.boundary(layer), this.tolerance.snap) };
    this.#gaps.set(layer, sorted);
    return sorted;
  }

  /** Ground of a layer beyond the county's boundary that counts. */
  beyond(layer: InspectedLayer): CountedPieces {
    return this.#counted(layer, this.coverage(layer).beyondBoundary);
  }

  #counted(layer: InspectedLayer, pieces: readonly CoveragePiece[]): CountedPieces {
    return countedPieces(pieces, this.selfCrossings(layer), this.tolerance.snap);
  }

  /** What XZQ covers, dissolved, in the plane of a layer that has to cover the county; undefined for others and without XZQ. */
  boundary(layer: InspectedLayer): Polygons | undefined {
    const wanted = layer.delivered.part === 'plan' && this.list('T-03', 'countyLayers').includes(layer.code);
    const county = this.county();
    if (!wanted || !county) return undefined;
    return reprojectPolygons(this.dissolved(county), county.plane, layer.plane);
  }

  /** The ground a layer covers, as patches. Coordinates stay as they are, so that edges of other layers still lie on them exactly. */
  dissolved(layer: InspectedLayer): Polygons {
    const known =
      this.#dissolved.get(layer) ??
      dissolve(this.sound(layer), { grid: 0, union: (part) => this.overlay.dissolve(part) }).patches;
    this.#dissolved.set(layer, known);
    return known;
  }

  /** The features of a layer, self-intersecting ones made valid by the even-odd rule: what overlays need. */
  sound(layer: InspectedLayer): Polygons {
    const known = this.#sound.get(layer);
    if (known) return known;
    const { tangled } = this.#coverages.get(layer) ?? checkCoverage(layer.polygons);
    const sound = this.overlay.repair(without(layer.polygons, tangled)).polygons;
    this.#sound.set(layer, sound);
    return sound;
  }

  /** The same in another plane. */
  soundIn(layer: InspectedLayer, plane: Crs): Polygons {
    return reprojectPolygons(this.sound(layer), layer.plane, plane);
  }

  /** Plane area of all features, m². */
  areaOf(polygons: Polygons): number {
    let area = 0;
    for (let f = 0; f < featureCount(polygons); f++) area += planeArea(polygons, f);
    return area;
  }

  /** Plane area that features of `a` and `b` share, summed over pairs, m². */
  sharedArea(a: Polygons, b: Polygons): number {
    const { values } = this.overlay.shares(a, b, [planeAreaMeasure]);
    return values[0]!.reduce((sum, value) => sum + value, 0);
  }

  /** Features of a layer that a rule has found something in (rules run in the order of the book). */
  faulty(rule: string, layer: InspectedLayer): ReadonlySet<number> {
    return this.#faulty.get(rule)?.get(layer) ?? new Set();
  }

  /** Features of a layer that rules required by this one, feature by feature, have found: to be left out. */
  doubtful(rule: RuleData, layer: InspectedLayer): ReadonlySet<number> {
    const all = new Set<number>();
    for (const { rule: required, grain } of rule.requires) {
      if (grain === 'feature') for (const f of this.faulty(required, layer)) all.add(f);
    }
    return all;
  }

  /** Whether a rule found one cause behind many features of a layer, in a field where one is given. */
  isSystematic(rule: string, layer: InspectedLayer, attribute = ''): boolean {
    return this.#systematic.get(rule)?.get(layer)?.has(attribute) ?? false;
  }

  /** Told by the engine after each rule. */
  markSystematic(rule: string, layer: InspectedLayer, attribute = ''): void {
    const layers = this.#systematic.get(rule) ?? new Map<InspectedLayer, Set<string>>();
    this.#systematic.set(rule, layers);
    const fields = layers.get(layer) ?? new Set<string>();
    layers.set(layer, fields.add(attribute));
  }

  /** Told by the engine after each rule. */
  markFaulty(rule: string, layer: InspectedLayer, feature: number): void {
    const layers = this.#faulty.get(rule) ?? new Map<InspectedLayer, Set<number>>();
    this.#faulty.set(rule, layers);
    const features = layers.get(layer) ?? new Set<number>();
    layers.set(layer, features.add(feature));
  }
}

/** Polygons with some features empty: those that cross themselves beyond reading, which no repair ends with. */
function without(polygons: Polygons, features: readonly number[]): Polygons {
  if (features.length === 0) return polygons;
  const left = new Set(features);
  const builder = new PolygonsBuilder();
  for (let f = 0; f < featureCount(polygons); f++) {
    if (left.has(f)) builder.endFeature();
    else builder.copyFeature(polygons, f);
  }
  return builder.build();
}
