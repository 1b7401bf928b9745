import { featureCount, lineCount, type Overlay, transformBetween } from '@tuheng/geometry';
import {
  CGCS2000,
  type Crs,
  defaultTolerance,
  type Layer,
  type LoadedProfile,
  layerSpec,
  type Plan,
  type ProjectList,
  type SetThreshold,
  setters,
  type TargetsFile,
  type Tolerance,
  workingPlane,
} from '@tuheng/standard';
import type { LayerChange } from './change/change.ts';
import { changeSetOf, type LayerChangeSet } from './change/change-set.ts';
import { layerFigures } from './change/figures.ts';
import { Identifiers } from './change/identifiers.ts';
import { reclassifyChange } from './change/reclassify.ts';
import { transferChange } from './change/transfer.ts';
import { ruleBookDigest, ruleBookVersion, rulesUnder } from './effective-rule-book.ts';
import { linePairs } from './line-pairs.ts';
import { createMeasure, type Measure, noPieces } from './measure.ts';
import type {
  Conflict,
  DataDoubt,
  DataQuality,
  LayerReview,
  PieceFigures,
  Review,
  ReviewInput,
  ReviewNote,
  Verdict,
} from './review.ts';
import { reviewIdOf } from './review-id.ts';
import type { Rule } from './rule.ts';
import { RuleContext, type Side } from './rule-context.ts';
import { judgeRule, roundFigure } from './verdict.ts';
import { type WorkingLayer, WorkingPlan } from './working-layer.ts';

export interface ReviewRequest {
  readonly filed: Plan;
  readonly maintained: Plan;
  /** Layers both sides share: DLTB, XZQ, KFQ, and the roads DLZXX. */
  readonly base?: Plan;
  readonly targets?: { readonly file: TargetsFile; readonly name: string; readonly digest: string };
  /** Lists of key projects kept as tables beside the databases; without one, the layer ZDJSXM of the side is the list. */
  readonly projects?: Readonly<Partial<Record<Side, ProjectList>>>;
  /** From the widest to the narrowest: what they set over the rules, which the parameters of a targets file win over. */
  readonly profiles?: readonly LoadedProfile[];
  /** What regions set over the rules; it wins over the parameters of a targets file. */
  readonly thresholds?: readonly SetThreshold[];
  readonly tolerance?: Tolerance;
  /** What the inspection of the inputs says; the verdicts that rest on a doubtful layer are added to it. */
  readonly dataQuality?: readonly InspectedInput[];
  readonly overlay: Overlay;
  /** yyyymmdd for the numbers of the change set; it does not enter the review. */
  readonly date: string;
  /** Told before each stage; `done` of `of` stages are behind. */
  readonly progress?: (stage: string, done: number, of: number) => void;
}

/** What an inspection says of one input, before it is known which verdicts rest on what. */
export type InspectedInput = Omit<DataQuality, 'doubts'> & {
  readonly doubts: readonly Omit<DataDoubt, 'verdicts'>[];
};

export interface ReviewResult {
  readonly review: Review;
  readonly changeSet: readonly LayerChangeSet[];
  readonly changes: ReadonlyMap<string, LayerChange>;
  readonly measure: Measure;
  /** The Gauss–Krüger plane in which changes and change set stand. */
  readonly plane: Crs;
}

/** The data do not allow a review at all. */
export class ReviewError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ReviewError';
    this.code = code;
  }
}

/**
 * Reviews a maintained plan database against the filed one: the change of every layer both have, the conflicts of the control
 * lines, and a verdict for every rule. Pure: the same request gives the same review, byte for byte.
 *
 * @throws ReviewError `review.no-common-layer` when the two databases share no layer that can change
 */
export async function reviewPlans(request: ReviewRequest): Promise<ReviewResult> {
  const tolerance = request.tolerance ?? defaultTolerance;
  const thresholds = request.thresholds ?? [];
  const profiles = (request.profiles ?? []).map(({ profile }) => profile);
  const rules = rulesUnder(profiles);
  const codes = commonLayers(request.filed, request.maintained);
  const { crs: declared, polygons } = request.filed.layers.get(codes[0]!)!;
  const plane = workingPlane(polygons, declared);
  const measure = createMeasure(declared, plane);
  const plans = {
    filed: new WorkingPlan(request.filed, plane, request.overlay),
    maintained: new WorkingPlan(request.maintained, plane, request.overlay),
  };
  const base = request.base && new WorkingPlan(request.base, plane, request.overlay);
  const stages = codes.length + 1 + rules.length;
  let done = 0;
  const stage = (name: string): void => request.progress?.(name, done++, stages);

  const changes = new Map<string, LayerChange>();
  const verdicts = new Map<string, Verdict>();
  const context = new RuleContext({
    overlay: request.overlay,
    measure,
    tolerance,
    targets: request.targets?.file,
    profiles,
    thresholds,
    changes,
    verdicts,
    plans,
    base,
    projects: request.projects ?? {},
    toLonLat: transformBetween(plane, CGCS2000),
  });
  const layers: Record<string, LayerReview> = {};
  for (const code of codes) {
    stage(`比对 ${layerSpec(code)!.title}`);
    const change = changeOf(code, plans, request.overlay, tolerance);
    changes.set(code, change);
    const coverage = {
      filed: coverageOf(context, 'filed', change),
      maintained: coverageOf(context, 'maintained', change),
    };
    const spec = layerSpec(code)!;
    layers[code] = layerFigures(change, spec.title, spec.comparedField, coverage, measure, tolerance);
  }
  stage('核对三线重叠');
  const conflicts = linePairs.flatMap(({ a, b }) => conflict(context, a, b));
  for (const rule of rules) {
    stage(`判定 ${rule.title}`);
    verdicts.set(rule.id, judgeRule(rule, context));
  }
  const notes = [
    ...readerNotes(request),
    ...projectNotes(context),
    ...crsNotes(request, declared, plane),
    ...repairNotes({ ...plans, ...(base ? { base } : {}) }),
    ...conservationNotes(layers),
  ];
  const judged = rules.filter(({ id }) => context.offReason(id) === undefined);
  const body = {
    inputs: describeInputs(request),
    crs: { epsg: declared.epsg, name: declared.name },
    ruleBook: {
      version: ruleBookVersion,
      digest: await ruleBookDigest(thresholds, profiles),
      profiles: setters(profiles, thresholds, 'review'),
    },
    tolerance,
    invented: request.targets?.file.invented === true,
    layers: roundAll(layers),
    conflicts: roundAll(conflicts),
    verdicts: [...verdicts.values()],
    notes,
    dataQuality: (request.dataQuality ?? []).map((input) => withVerdicts(input, judged)),
  };
  const review: Review = { schema: 'tuheng.review/1', id: await reviewIdOf(body), ...body };
  const delivery = {
    date: request.date,
    identifiers: new Identifiers(request.filed),
    remark: body.invented ? '演示数据（虚构）' : null,
  };
  const changeSet = [...changes.values()]
    .filter((change) => hasChange(change))
    .map((change) => changeSetOf(change, measure, plane, delivery));
  return { review, changeSet, changes, measure, plane };
}

function withVerdicts(input: InspectedInput, judged: readonly Rule[]): DataQuality {
  const resting = (layer: string) =>
    judged.filter(({ layers }) => layers.includes(layer)).map(({ id }) => id);
  return { ...input, doubts: input.doubts.map((doubt) => ({ ...doubt, verdicts: resting(doubt.layer) })) };
}

/** Layers that can change and stand in both databases, by code. */
function commonLayers(filed: Plan, maintained: Plan): string[] {
  const codes = [...filed.layers.keys()]
    .filter((code) => maintained.layers.has(code) && (layerSpec(code)?.mode ?? 'none') !== 'none')
    .sort();
  if (codes.length === 0) {
    throw new ReviewError(
      'review.no-common-layer',
      `备案库 ${filed.name}（${[...filed.layers.keys()].join('、')}）与维护后数据库 ${maintained.name}` +
        `（${[...maintained.layers.keys()].join('、')}）没有共同的规划图层，无法比对。请确认两个路径是同一县的两版规划数据库。`,
    );
  }
  return codes;
}

function changeOf(
  code: string,
  plans: Readonly<Record<Side, WorkingPlan>>,
  overlay: Overlay,
  tolerance: Tolerance,
): LayerChange {
  const filed = plans.filed.layer(code)!;
  const maintained = plans.maintained.layer(code)!;
  const { mode, comparedField } = layerSpec(code)!;
  return mode === 'reclassify' && comparedField
    ? reclassifyChange(code, comparedField, filed, maintained, overlay, tolerance)
    : transferChange(code, filed, maintained, overlay, tolerance);
}

/** Ground covered: dissolved for transfer layers, the sum of the features for coverages. */
function coverageOf(context: RuleContext, side: Side, change: LayerChange): PieceFigures {
  return change.mode === 'transfer'
    ? context.patches(side, change.code)!.total
    : context.measure.total(change[side].polygons);
}

function conflict(context: RuleContext, a: string, b: string): Conflict[] {
  const figures = (side: Side): Conflict['filed'] => {
    const overlap = context.overlap(side, a, b);
    const real = overlap ? context.measure.total(overlap.real.polygons) : noPieces;
    const noise = overlap ? context.measure.total(overlap.noise.polygons) : noPieces;
    return {
      pieces: real.pieces + noise.pieces,
      area: real.area + noise.area,
      planeArea: real.planeArea + noise.planeArea,
      noise,
    };
  };
  const known = (['filed', 'maintained'] as const).some((side) => context.overlap(side, a, b));
  return known ? [{ a, b, filed: figures('filed'), maintained: figures('maintained') }] : [];
}

function hasChange(change: LayerChange): boolean {
  return change.transferIn.left.length + change.transferOut.left.length + change.reclassified.left.length > 0;
}

function describeInputs(request: ReviewRequest): ReviewInput[] {
  const describe = (role: ReviewInput['role'], plan: Plan): ReviewInput => {
    const layers = [...plan.layers.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    const epsg = layers[0]?.crs.epsg;
    return {
      role,
      name: plan.name,
      format: plan.format,
      digest: plan.digest,
      ...(epsg === undefined ? {} : { epsg }),
      layers: [
        ...layers.map((layer: Layer) => ({
          code: layer.code,
          sourceName: layer.sourceName,
          features: featureCount(layer.polygons),
        })),
        ...[...(plan.lines?.values() ?? [])].map(({ code, sourceName, lines }) => ({
          ...{ code, sourceName },
          features: lineCount(lines),
        })),
      ],
    };
  };
  const { targets, profiles = [] } = request;
  const list = (role: 'filedProjects' | 'projects', given: ProjectList | undefined): ReviewInput[] =>
    given ? [{ role, name: given.name, format: given.format, digest: given.digest, layers: [] }] : [];
  return [
    describe('filed', request.filed),
    describe('maintained', request.maintained),
    ...(request.base ? [describe('base', request.base)] : []),
    ...(targets
      ? [{ role: 'targets' as const, name: targets.name, format: 'JSON', digest: targets.digest, layers: [] }]
      : []),
    ...profiles.map(({ name, digest }) => ({
      ...{ role: 'profile' as const, name, digest },
      ...{ format: 'JSON', layers: [] },
    })),
    ...list('filedProjects', request.projects?.filed),
    ...list('projects', request.projects?.maintained),
  ];
}

function readerNotes(request: ReviewRequest): ReviewNote[] {
  const of = (input: 'filed' | 'maintained' | 'base', plan: Plan | undefined): ReviewNote[] =>
    (plan?.notes ?? []).map((note) => ({ ...note, input }));
  return [
    ...of('filed', request.filed),
    ...of('maintained', request.maintained),
    ...of('base', request.base),
  ];
}

/** What the readers of the lists of key projects did not take. */
function projectNotes(context: RuleContext): ReviewNote[] {
  const of = (side: Side, table: 'filedProjects' | 'projects'): ReviewNote[] => {
    const list = context.projects(side);
    return (list?.notes ?? []).map((note) => ({ ...note, input: list?.format === 'layer' ? side : table }));
  };
  return [...of('filed', 'filedProjects'), ...of('maintained', 'projects')];
}

/** Databases in different coordinate systems are brought into one plane, and that is said. */
function crsNotes(request: ReviewRequest, declared: Crs, plane: Crs): ReviewNote[] {
  const notes: ReviewNote[] = [];
  for (const input of ['filed', 'maintained', 'base'] as const) {
    const others = new Set(
      [...(request[input]?.layers.values() ?? [])]
        .map((layer) => layer.crs)
        .filter((crs) => crs.epsg !== plane.epsg)
        .map((crs) => `${crs.name}（EPSG:${crs.epsg}）`),
    );
    for (const name of [...others].sort()) {
      notes.push({
        code: 'review.reprojected',
        input,
        message: `坐标由 ${name} 投影到 ${plane.name}（EPSG:${plane.epsg}）后比对；椭球面积按备案库坐标系 ${declared.name} 的规定路径计算。`,
      });
    }
  }
  return notes;
}

function repairNotes(
  plans: Readonly<Partial<Record<'filed' | 'maintained' | 'base', WorkingPlan>>>,
): ReviewNote[] {
  return (['filed', 'maintained', 'base'] as const).flatMap((input) =>
    (plans[input]?.prepared() ?? [])
      .filter((layer: WorkingLayer) => layer.repaired.length > 0)
      .map((layer) => {
        const moved = layer.repaired.reduce((sum, { before, after }) => sum + Math.abs(after - before), 0);
        return {
          code: 'geometry.repair.even-odd',
          input,
          layer: layer.layer.code,
          count: layer.repaired.length,
          message:
            `${layer.repaired.length} 个图形自相交或环退化，计算前按奇偶规则修复（规则 geometry.repair.even-odd），` +
            `面积变动合计 ${moved.toFixed(2)} m²；原数据未改动。`,
        };
      }),
  );
}

/** A layer whose areas do not balance: its figures must not be read without knowing why. */
function conservationNotes(layers: Readonly<Record<string, LayerReview>>): ReviewNote[] {
  return Object.entries(layers)
    .filter(([, { conservation }]) => !conservation.holds)
    .map(([layer, { conservation }]) => ({
      code: 'review.not-conserved',
      layer,
      message:
        `面积不守恒：残差 ${conservation.residual.toFixed(2)} m²，容许 ${conservation.allowed.toFixed(2)} m²。` +
        '通常是同一版本内图斑互相重叠，重叠处被重复计算；请先消除重叠再引用该图层的变更面积。',
    }));
}

/** Every figure of a nested value rounded to 6 decimals. */
function roundAll<T>(value: T): T {
  if (typeof value === 'number') return roundFigure(value) as T;
  if (Array.isArray(value)) return value.map(roundAll) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundAll(item)])) as T;
  }
  return value;
}
