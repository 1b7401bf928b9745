import type { Overlay } from '@tuheng/geometry';
import {
  type DeliveredDatabase,
  type Delivery,
  defaultTolerance,
  type LoadedProfile,
  type SetThreshold,
  sha256,
  type TargetsFile,
  type Tolerance,
} from '@tuheng/standard';
import { EffectiveRules } from './effective-rules.ts';
import { findingOf, sortFindings } from './finding.ts';
import { InspectedLayer } from './inspected-layer.ts';
import type {
  Finding,
  Inspection,
  InspectionInput,
  NotRunCause,
  RuleResult,
  RuleStatus,
  Systematic,
} from './inspection.ts';
import { InspectionContext, type References } from './inspection-context.ts';
import { inspectionRules, inspectionRulesVersion } from './inspection-rules.ts';
import { judgeCoordinates } from './judge-coordinates.ts';
import type { InspectionRule, RuleFinding, RuleOutcome, Subject, SystematicFinding } from './rule.ts';
import type { Severity } from './rule-data.ts';
import { summarise } from './summary.ts';

export interface InspectionRequest {
  readonly delivery: Delivery;
  /** Databases beside the delivery that some rules compare with. */
  readonly filed?: Delivery;
  readonly maintained?: Delivery;
  readonly base?: Delivery;
  readonly neighbours?: readonly Delivery[];
  readonly targets?: { readonly file: TargetsFile; readonly name: string; readonly digest: string };
  /** From the widest to the narrowest. */
  readonly profiles?: readonly LoadedProfile[];
  /** What regions set over the rules and the profiles. */
  readonly thresholds?: readonly SetThreshold[];
  readonly tolerance?: Tolerance;
  readonly overlay: Overlay;
  /** Told before each rule; `done` of `of` rules are behind. */
  readonly progress?: (rule: string, done: number, of: number) => void;
}

export interface InspectionOutcome {
  readonly inspection: Inspection;
  /** The layers as they were inspected, for the repair and the map. */
  readonly context: InspectionContext;
  /** What the rules said, with geometry in the plane: what the repair works from. */
  readonly drafts: ReadonlyMap<InspectionRule, readonly RuleFinding[]>;
}

/**
 * Inspects a delivery by every rule of the book, in the book's order: validity before topology before meaning. Pure: the same request
 * gives the same inspection, byte for byte.
 */
export async function inspectDelivery(request: InspectionRequest): Promise<InspectionOutcome> {
  const tolerance = request.tolerance ?? defaultTolerance;
  const effective = new EffectiveRules(
    inspectionRules,
    (request.profiles ?? []).map(({ profile }) => profile),
    request.thresholds,
  );
  const context = new InspectionContext({
    delivery: request.delivery,
    layers: inspectedLayers(request.delivery),
    references: referencesOf(request),
    targets: request.targets?.file,
    tolerance,
    overlay: request.overlay,
    effective,
  });
  const run = new Run(context);
  const results: RuleResult[] = [];
  for (const [i, rule] of inspectionRules.entries()) {
    request.progress?.(`${rule.id} ${rule.title}`, i, inspectionRules.length);
    results.push(run.rule(rule));
  }
  const body = {
    inputs: inputsOf(request),
    ruleBook: {
      version: inspectionRulesVersion,
      digest: await effective.digest(),
      profiles: effective.profiles,
    },
    tolerance,
    invented: isInvented(request),
    summary: summarise(results),
    rules: results,
    findings: sortFindings(run.findings),
    systematic: run.systematic,
  };
  const id = await sha256(JSON.stringify(body));
  return { inspection: { schema: 'tuheng.inspection/1', id, ...body }, context, drafts: run.drafts };
}

/** One pass through the rule book. */
class Run {
  readonly findings: Finding[] = [];
  readonly systematic: Systematic[] = [];
  readonly drafts = new Map<InspectionRule, readonly RuleFinding[]>();
  readonly #context: InspectionContext;
  /** Subjects' layers on which a rule failed, by rule. */
  readonly #failed = new Map<string, Set<InspectedLayer>>();
  /** The gravest finding of each rule. */
  readonly #gravest = new Map<string, Severity>();

  constructor(context: InspectionContext) {
    this.#context = context;
  }

  rule(rule: InspectionRule): RuleResult {
    const about = {
      rule: rule.id,
      category: rule.category,
      severity: rule.severity,
      title: rule.title,
      basis: rule.basis,
      parameters: this.#context.effective.parametersOf(rule),
    };
    const off = this.#context.effective.offReason(rule.id);
    if (off !== undefined) {
      return { ...about, status: 'notRun', findings: 0, reason: off, cause: 'profile', subjects: [] };
    }
    const subjects = rule.subjects(this.#context).map((subject) => this.#subject(rule, subject));
    if (subjects.length === 0) {
      return { ...about, status: 'notRun', findings: 0, reason: rule.noSubject, cause: 'input', subjects };
    }
    const failed = subjects.some(({ status }) => status === 'failed');
    const open = subjects.filter(({ reason }) => reason !== undefined);
    // What a fault kept from running weighs more than what there is nothing to look at.
    const causes = open.map(({ cause }) => cause);
    const cause = causes.includes('prerequisite') ? 'prerequisite' : causes[0];
    const kept = open.some((subject) => subject.status === 'notRun' && subject.cause === 'prerequisite');
    const nothing = subjects.every(({ status }) => status === 'notRun');
    const status: RuleStatus = failed ? 'failed' : kept || nothing ? 'notRun' : 'passed';
    const gravest = this.#gravest.get(rule.id);
    return {
      ...about,
      status,
      ...(failed && gravest && { gravest }),
      findings: subjects.reduce((sum, subject) => sum + subject.findings, 0),
      ...(open.length > 0 && { reason: reasonsOf(open) }),
      ...(open.length > 0 && cause && { cause }),
      subjects,
    };
  }

  #subject(rule: InspectionRule, subject: Subject): RuleResult['subjects'][number] {
    const blocked = this.#blocked(rule, subject);
    if (blocked !== undefined) {
      return { name: subject.name, status: 'notRun', findings: 0, reason: blocked, cause: 'prerequisite' };
    }
    const outcome = rule.inspect(subject, this.#context);
    this.#take(rule, subject, outcome);
    const gravest = gravestOf(rule, outcome);
    this.#gravest.set(rule.id, graver(gravest, this.#gravest.get(rule.id)) ?? rule.severity);
    const findings = outcome.findings.length + (outcome.systematic?.length ?? 0);
    const doubts = this.#doubts(rule, subject);
    const reason = [outcome.notRun, doubts].filter((text) => text !== undefined).join('');
    const cause: NotRunCause = doubts === undefined ? 'input' : 'prerequisite';
    return {
      name: subject.name,
      status: gravest !== undefined && gravest !== 'info' ? 'failed' : reason === '' ? 'passed' : 'notRun',
      findings,
      ...(reason !== '' && { reason, cause }),
    };
  }

  /** Which rule that had to hold failed on a layer of the subject. */
  #blocked(rule: InspectionRule, subject: Subject): string | undefined {
    for (const { rule: required, grain } of rule.requires) {
      if (grain !== 'layer') continue;
      const layer = subject.layers.find((candidate) => this.#failed.get(required)?.has(candidate));
      if (layer) return `${layer.code} 的 ${required} 未通过，先改正它。`;
    }
    return undefined;
  }

  /** Features left out because a rule that had to hold found them. */
  #doubts(rule: InspectionRule, subject: Subject): string | undefined {
    const parts = subject.layers.flatMap((layer) =>
      rule.requires
        .filter(({ grain }) => grain === 'feature')
        .map(({ rule: required }) => ({ required, layer, n: this.#context.faulty(required, layer).size }))
        .filter(({ n }) => n > 0)
        .map(({ required, n }) => `${layer.code} 有 ${n} 个图形未通过 ${required}，改正后才能判定。`),
    );
    return parts.length > 0 ? parts.join('') : undefined;
  }

  #take(rule: InspectionRule, subject: Subject, { findings, systematic = [] }: RuleOutcome): void {
    const drafts = [
      ...findings,
      ...systematic.flatMap(({ layer, examples }) => examples.map((e) => ({ layer, ...e }))),
    ];
    this.drafts.set(rule, [...(this.drafts.get(rule) ?? []), ...drafts]);
    const failed = this.#failed.get(rule.id) ?? new Set();
    this.#failed.set(rule.id, failed);
    for (const finding of findings) {
      this.findings.push(findingOf(rule, subject, finding));
      if (!finding.layer || finding.blocks === false) continue;
      // A warning is no reason to leave a layer unjudged.
      const isError = (finding.severity ?? rule.severity) === 'error';
      if (isError) failed.add(finding.layer);
      if (finding.feature !== undefined) this.#context.markFaulty(rule.id, finding.layer, finding.feature);
      if (isError) for (const other of finding.others ?? []) failed.add(other.layer);
    }
    for (const cause of systematic) {
      this.#context.markSystematic(rule.id, cause.layer, cause.attribute);
      if ((cause.severity ?? rule.severity) === 'error') failed.add(cause.layer);
      this.systematic.push(this.#systematicOf(rule, subject, cause));
    }
  }

  #systematicOf(rule: InspectionRule, subject: Subject, draft: SystematicFinding): Systematic {
    const { cause, layer, attribute, count, message, suggestion, severity } = draft;
    return {
      cause,
      rule: rule.id,
      severity: severity ?? rule.severity,
      database: layer.database.name,
      layer: layer.code,
      ...(attribute === undefined ? {} : { attribute }),
      count,
      message,
      suggestion,
      examples: draft.examples.map((example) => findingOf(rule, subject, { ...example, layer })),
    };
  }
}

/** The gravest of what a rule found; undefined where it found nothing. */
function gravestOf(rule: InspectionRule, { findings, systematic = [] }: RuleOutcome): Severity | undefined {
  let gravest: Severity | undefined;
  for (const { severity = rule.severity } of findings) gravest = graver(gravest, severity);
  for (const { severity = rule.severity } of systematic) gravest = graver(gravest, severity);
  return gravest;
}

const weights: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

function graver(a: Severity | undefined, b: Severity | undefined): Severity | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return weights[a] >= weights[b] ? a : b;
}

/** The reasons of subjects, each once, with the subjects it holds for. */
function reasonsOf(subjects: readonly { readonly name: string; readonly reason?: string }[]): string {
  const names = new Map<string, string[]>();
  for (const { name, reason = '' } of subjects) names.set(reason, [...(names.get(reason) ?? []), name]);
  return [...names].map(([reason, of]) => `${of.join('、')}：${reason}`).join('');
}

function inspectedLayers(delivery: Delivery | undefined): InspectedLayer[] {
  return (delivery?.databases ?? []).flatMap((database: DeliveredDatabase) =>
    database.layers.map((layer) => new InspectedLayer(database, layer, judgeCoordinates(layer))),
  );
}

function referencesOf(request: InspectionRequest): References {
  return {
    ...(request.filed && { filed: inspectedLayers(request.filed) }),
    ...(request.maintained && { maintained: inspectedLayers(request.maintained) }),
    ...(request.base && { base: inspectedLayers(request.base) }),
    ...(request.neighbours && { neighbours: request.neighbours.flatMap(inspectedLayers) }),
  };
}

function deliveriesOf(request: InspectionRequest): (readonly [InspectionInput['role'], Delivery])[] {
  return [
    ['delivery', request.delivery] as const,
    ...(['filed', 'maintained', 'base'] as const).flatMap((role) => {
      const delivery = request[role];
      return delivery ? [[role, delivery] as const] : [];
    }),
    ...(request.neighbours ?? []).map((delivery) => ['neighbour', delivery] as const),
  ];
}

function inputsOf(request: InspectionRequest): InspectionInput[] {
  return [
    ...deliveriesOf(request).map(([role, delivery]) => describeDelivery(role, delivery)),
    ...(request.targets ? [describeFile('targets', request.targets)] : []),
    ...(request.profiles ?? []).map((profile) => describeFile('profile', profile)),
  ];
}

function describeFile(
  role: InspectionInput['role'],
  { name, digest }: { readonly name: string; readonly digest: string },
): InspectionInput {
  return { role, name, digest, databases: [] };
}

function describeDelivery(role: InspectionInput['role'], delivery: Delivery): InspectionInput {
  return {
    role,
    name: delivery.name,
    digest: delivery.digest,
    databases: delivery.databases.map((database) => ({
      name: database.name,
      format: database.format,
      layers: database.layers.map((layer) => ({
        code: layer.code,
        sourceName: layer.sourceName,
        features: layer.polygons.featureStart.length - 1,
        epsg: layer.declared.kind === 'known' ? layer.declared.crs.epsg : null,
      })),
      notes: database.notes.map(({ code, layer, message }) => ({
        code,
        ...(layer === undefined ? {} : { layer }),
        message,
      })),
    })),
  };
}

/** The demonstration county says so in BZ. */
function isInvented(request: InspectionRequest): boolean {
  return request.targets?.file.invented === true;
}
