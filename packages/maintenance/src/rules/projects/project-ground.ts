import { featureBoxes, featureCount, type Pieces, type Polygons, selectFeatures } from '@tuheng/geometry';
import { isConstruction, isCultivated, textAt, zoneClass } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import type { WorkingLayer } from '../../working-layer.ts';
import { PROJECTS, type Project } from './project-register.ts';

/** Ground that projects share with a layer: `left` the feature of ZDJSXM, `right` the row of the layer; pieces below the tolerance left out. */
const shared = new WeakMap<RuleContext, Map<string, Pieces | undefined>>();

/**
 * What the projects of B share with a layer of B, or with one both sides share (DLTB). Only what lies in the box of a project is overlaid: the
 * projects are few, the layers are the county's. Undefined where a layer is missing. Made once a review.
 */
export function projectsWithin(context: RuleContext, code: string): Pieces | undefined {
  const kept = shared.get(context) ?? new Map<string, Pieces | undefined>();
  shared.set(context, kept);
  if (!kept.has(code)) kept.set(code, intersectNear(context, code));
  return kept.get(code);
}

function intersectNear(context: RuleContext, code: string): Pieces | undefined {
  const projects = context.layer('maintained', PROJECTS);
  const other = layerOf(context, code);
  if (!projects || !other) return undefined;
  const near = meeting(other.polygons, projects.polygons);
  const pieces = context.overlay.intersect(projects.polygons, context.overlay.select(other.polygons, near));
  const { real } = splitNoise(pieces, context.tolerance);
  return { ...real, right: Int32Array.from(real.right, (k) => near[k]!) };
}

function layerOf(context: RuleContext, code: string): WorkingLayer | undefined {
  return code === 'DLTB' ? context.shared(code) : context.layer('maintained', code);
}

/** Features whose box meets that of one of `few`, ascending. */
function meeting(many: Polygons, few: Polygons): number[] {
  const [boxes, wanted] = [featureBoxes(many), featureBoxes(few)];
  const found: number[] = [];
  for (let f = 0; f < featureCount(many); f++) {
    const i = 4 * f;
    for (let k = 0; k < wanted.length; k += 4) {
      if (boxes[i]! > wanted[k + 2]! || wanted[k]! > boxes[i + 2]!) continue;
      if (boxes[i + 1]! > wanted[k + 3]! || wanted[k + 1]! > boxes[i + 3]!) continue;
      found.push(f);
      break;
    }
  }
  return found;
}

/** A zone and how much of a project lies in it, m². */
export interface ZoneShare {
  readonly name: string;
  readonly area: number;
}

/** What a project lies on, m² ellipsoid; undefined where the layer that would tell is missing. */
export interface ProjectGround {
  readonly area: number;
  /** Inside CZKFBJ. */
  readonly boundary: number | undefined;
  readonly redLine: number | undefined;
  /** Of `redLine`, in a core protected area (核心保护区) by the layer's own record ZRBHDFQ. */
  readonly core: number | undefined;
  readonly farmland: number | undefined;
  /** Cultivated land of the survey (DLTB 01). */
  readonly cultivated: number | undefined;
  /** GDBHMB. */
  readonly target: number | undefined;
  /** Ground that the survey does not call construction land. */
  readonly unbuilt: number | undefined;
  /** Largest first. */
  readonly zones: readonly ZoneShare[] | undefined;
}

/** What a rule found of one project: what is wrong, and what people have to judge, in Chinese. */
export interface ProjectFinding {
  readonly project: Project;
  /** Undefined where nothing is known of its ground. */
  readonly ground: ProjectGround | undefined;
  readonly faults: readonly string[];
  readonly open: readonly string[];
}

/** The ground of a project of B. */
export function projectGround(context: RuleContext, { features }: Project): ProjectGround {
  const polygons = context.layer('maintained', PROJECTS)!.polygons;
  const own = new Set(features);
  const sum = (code: string, counts: (layer: WorkingLayer, row: number) => boolean = () => true) => {
    const pieces = projectsWithin(context, code);
    const layer = layerOf(context, code);
    if (!pieces || !layer) return undefined;
    return piecesOf(pieces, own)
      .filter((k) => counts(layer, pieces.right[k]!))
      .reduce((area, k) => area + context.measure.ellipsoid(pieces.polygons, k), 0);
  };
  const surveyed = (counts: (code: string) => boolean) => (layer: WorkingLayer, row: number) =>
    counts(textAt(layer.layer, 'DLBM', row) ?? '');
  return {
    area: features.reduce((area, f) => area + context.measure.ellipsoid(polygons, f), 0),
    boundary: sum('CZKFBJ'),
    redLine: sum('STBHHX'),
    core: sum('STBHHX', inCore),
    farmland: sum('YJJBNTBHTB'),
    cultivated: sum('DLTB', surveyed(isCultivated)),
    target: sum('GDBHMB'),
    unbuilt: sum(
      'DLTB',
      surveyed((code) => !isConstruction(code)),
    ),
    zones: zonesOf(context, own),
  };
}

/** Pieces cut from features, ascending. */
export function piecesOf(pieces: Pieces, features: ReadonlySet<number>): number[] {
  return [...pieces.left.keys()].filter((k) => features.has(pieces.left[k]!));
}

/** Whether a feature of the red line lies in a core protected area, by its own record. */
export function inCore({ layer }: WorkingLayer, row: number): boolean {
  return textAt(layer, 'ZRBHDFQ', row)?.includes('核心') === true;
}

function zonesOf(context: RuleContext, own: ReadonlySet<number>): ZoneShare[] | undefined {
  const pieces = projectsWithin(context, 'GHFQ');
  const layer = context.layer('maintained', 'GHFQ')?.layer;
  if (!pieces || !layer) return undefined;
  const zones = new Map<string, ZoneShare>();
  for (const k of piecesOf(pieces, own)) {
    const row = pieces.right[k]!;
    const [code, written] = [textAt(layer, 'GHFQDM', row), textAt(layer, 'GHFQMC', row)];
    // Names are surer than numbers (standards.md §2.6).
    const name = (zoneClass(written ?? '') ?? zoneClass(code ?? ''))?.name ?? written ?? code ?? '（未标明）';
    const area = context.measure.ellipsoid(pieces.polygons, k) + (zones.get(name)?.area ?? 0);
    zones.set(name, { name, area });
  }
  return [...zones.values()].sort((a, b) => b.area - a.area || (a.name < b.name ? -1 : 1));
}

/** Whether the ground of a project is another in B than it was in A, beyond noise; false where one of them has none. */
export function groundMoved(context: RuleContext, before: Project, after: Project): boolean {
  const ground = (side: Side, { features }: Project): Polygons | undefined => {
    const layer = context.layer(side, PROJECTS);
    return layer && features.length > 0 ? selectFeatures(layer.polygons, features) : undefined;
  };
  const [old, now] = [ground('filed', before), ground('maintained', after)];
  if (!old || !now) return false;
  return [context.overlay.subtract(old, now), context.overlay.subtract(now, old)].some(
    (pieces) => splitNoise(pieces, context.tolerance).real.left.length > 0,
  );
}
