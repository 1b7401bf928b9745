import { firstFew } from '../examples.ts';
import { present } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { InspectionRule, RuleFinding, RuleOutcome } from '../rule.ts';
import type { Severity } from '../rule-data.ts';
import { eachLayer } from '../subjects.ts';
import { type AreaHypothesis, areaHypotheses } from '../systematic/area-hypotheses.ts';
import { chordSlack } from '../systematic/chord-slack.ts';
import { mergeOutcomes, tellFaults } from '../systematic/tell-faults.ts';

/** Features on which the hypotheses are tried, evenly over the layer. */
const SAMPLE = 2000;
/** Of features with many vertices fewer: about so many vertices, but not fewer features than this. */
const SAMPLE_VERTICES = 100_000;
const LEAST_SAMPLE = 200;
/** A hypothesis may be the cause where it fits this share of the sample … */
const HOLDS = 0.85;
/** … and is nearer in this share of the features that tell it from the ellipsoid area, … */
const PREFERRED = 0.9;
/** … of which there are so many, or half of a smaller sample. */
const TELLING = 20;
/** A feature tells two hypotheses apart where one is nearer by this factor and the other does not fit. */
const NEARER = 2;
const OTHER_PATH = 'area.other-path';
/** m²: a value rounded to two decimals fits within this. */
const FITS = 0.011;

/** One area field of a layer, with the features whose value can be judged. */
interface AreaField {
  readonly layer: InspectedLayer;
  readonly field: string;
  readonly features: Uint32Array;
  /** What of the gross area the field holds: 1, or 1 − KCXS. */
  readonly share: (f: number) => number;
  readonly context: InspectionContext;
  readonly hypotheses: readonly AreaHypothesis[];
}

/**
 * area fields hold the national ellipsoid area (m²), gross, or less the share KCXS, within 0.01 m² and 5e-5 m² for each metre of
 * boundary (the formula rounds every vertex to 1e-6″). Before that the whole field is asked what it holds, by a sample of up to 2,000 features
 * and to 0.011 m²: the ellipsoid area on the path of the declared coordinate system, or geodesic area, plane area, the ellipsoid area on
 * the other path, hectares, 亩. Small features fit several, so those decide that one fits and the other is twice as far from: where the
 * other is nearer in nine of ten of them, and fits 85 % of the sample, it is the cause and told once, with the number of features more than
 * 0.01 m² off; what deviates from that too is told besides. A cause that nowhere goes beyond the tolerance only warns.
 *
 * WHQ and WHH hold features of plans whose own coordinate system is a plane one: there the other path is right as well, and geodesic
 * areas, which a tool in use writes (standards.md §2.2 [GHBOX]), only warn. WHC has no area of its own.
 */
export const ellipsoidAreas: InspectionRule = {
  id: 'A-06',
  category: 'attributes',
  severity: 'error',
  title: '面积为椭球面积',
  description: '面积字段等于按 2000 国家大地坐标系椭球计算的图斑面积；整层用了别的算法或单位的报一次。',
  basis: [
    {
      document: '国土调查办发〔2008〕32号 图幅理论面积与图斑椭球面积计算公式及要求',
      source: 'standards.md §7.1–7.4 [LYG]',
      confidence: 'found',
    },
  ],
  parameters: [],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-01', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有带面积字段的图层。',
  subjects: (context) =>
    eachLayer(
      context,
      ({ spec, delivered, count }) => spec.areaFields.length > 0 && delivered.part !== 'change' && count > 0,
    ),
  inspect({ layers: [layer] }, context) {
    if (!layer!.crs) return { findings: [], notRun: '坐标系不明，不能计算面积。' };
    const fields = present(layer!, layer!.spec.areaFields);
    if (fields.length === 0) return { findings: [], notRun: '没有面积字段（见 A-01）。' };
    const doubtful = context.doubtful(ellipsoidAreas, layer!);
    const hypotheses = areaHypotheses(layer!);
    const outcomes = fields.map((field) => judge(layer!, field, doubtful, context, hypotheses));
    const judged = outcomes.filter(({ notRun }) => notRun === undefined);
    return judged.length > 0
      ? mergeOutcomes(judged)
      : { findings: [], notRun: '面积字段没有数值（见 A-02）。' };
  },
};

function judge(
  layer: InspectedLayer,
  field: string,
  doubtful: ReadonlySet<number>,
  context: InspectionContext,
  hypotheses: readonly AreaHypothesis[],
): RuleOutcome {
  const judged: number[] = [];
  for (let f = 0; f < layer.count; f++) {
    if (!doubtful.has(f) && Number.isFinite(layer.number(field, f))) judged.push(f);
  }
  if (judged.length === 0) return { findings: [], notRun: `${field} 没有数值。` };
  const isNet = layer.spec.netAreaFields.includes(field);
  const area: AreaField = {
    layer,
    field,
    features: Uint32Array.from(judged),
    share: isNet ? (f) => 1 - (layer.number('KCXS', f) || 0) : () => 1,
    context,
    hypotheses,
  };
  const best = causeOf(area);
  if (best && (layer.delivered.part === 'plan' || best.cause !== OTHER_PATH)) return asCause(area, best);
  return oneByOne(area, layer.delivered.part === 'plan' ? (f) => layer.ellipsoidArea(f) : onEitherPath(area));
}

/** Of the ellipsoid areas on the two paths the one nearer to what is stored: WHQ and WHH carry areas of plans in plane coordinates. */
function onEitherPath(area: AreaField): (f: number) => number {
  const { layer, hypotheses } = area;
  const other = hypotheses.find(({ cause }) => cause === OTHER_PATH)!;
  return (f) => {
    const own = layer.ellipsoidArea(f);
    if (offBy(area, f, own) <= slackOf(area, f)) return own;
    return offBy(area, f, other.value(f)) < offBy(area, f, own) ? other.value(f) : own;
  };
}

function sampleOf({ layer, features }: AreaField): Uint32Array {
  const vertices = layer.polygons.xy.length / 2;
  const size = Math.min(
    SAMPLE,
    Math.max(LEAST_SAMPLE, Math.floor((SAMPLE_VERTICES * layer.count) / vertices)),
  );
  if (features.length <= size) return features;
  return Uint32Array.from({ length: size }, (_, i) => features[Math.floor((i * features.length) / size)]!);
}

/** What the field holds in place of the ellipsoid area; undefined where it holds that, or nothing we know. */
function causeOf(area: AreaField): AreaHypothesis | undefined {
  const { layer, hypotheses } = area;
  const sample = sampleOf(area);
  const own = Float64Array.from(sample, (f) => offBy(area, f, layer.ellipsoidArea(f)));
  const enough = Math.min(TELLING, Math.max(2, sample.length / 2));
  if (own.filter((off) => off > FITS).length < enough * PREFERRED) return undefined;
  let best: AreaHypothesis | undefined;
  let most = 0;
  for (const hypothesis of hypotheses) {
    let fits = sample.length;
    let other = 0;
    let telling = 0;
    // Most hypotheses are out long before the last feature, and geodesic areas are dear.
    for (let i = 0; i < sample.length && fits >= HOLDS * sample.length && fits > most; i++) {
      const off = offBy(area, sample[i]!, hypothesis.value(sample[i]!));
      if (off > hypothesis.slack) fits--;
      const isOther = own[i]! > FITS && off < own[i]! / NEARER;
      const isOwn = off > hypothesis.slack && own[i]! < off / NEARER;
      if (isOther) other++;
      if (isOther || isOwn) telling++;
    }
    const isCause = fits >= HOLDS * sample.length && telling >= enough && other >= PREFERRED * telling;
    if (!isCause || fits <= most) continue;
    best = hypothesis;
    most = fits;
  }
  return best;
}

/** How far a stored value is from what it should be by a hypothesis. */
function offBy({ layer, field, share }: AreaField, f: number, value: number): number {
  return Math.abs(layer.number(field, f) - value * share(f));
}

/** What a value may be off, m². */
function slackOf({ layer, context: { tolerance } }: AreaField, f: number): number {
  return tolerance.areaPerFeature + tolerance.areaPerMetre * layer.perimeter(f);
}

function oneByOne(area: AreaField, expected: (f: number) => number): RuleOutcome {
  const { layer, field, features, share, context } = area;
  const off: number[] = [];
  for (const f of features) {
    const difference = Math.abs(layer.number(field, f) - expected(f) * share(f));
    if (difference > context.tolerance.areaPerFeature && difference > slackOf(area, f)) off.push(f);
  }
  return tellFaults({
    layer,
    attribute: field,
    features: off,
    judged: features.length,
    cause: 'area.unknown',
    whole: `字段 ${field} 不是椭球面积，也不是大地线面积、平面面积或别的单位`,
    message: (f) => sentence(area, f, expected(f) * share(f)),
    suggestion,
    more: (f) => ({ measure: { value: layer.number(field, f) - expected(f) * share(f), unit: 'm²' } }),
  });
}

const suggestion = '按椭球面积公式重算（tuheng inspect --fix）。';

function sentence({ layer, field }: AreaField, f: number, expected: number): string {
  const stored = layer.number(field, f);
  const difference = Math.abs(stored - expected).toFixed(2);
  return `${field} 是 ${stored.toFixed(2)}，椭球面积是 ${expected.toFixed(2)} m²，相差 ${difference} m²。`;
}

function asCause(area: AreaField, cause: AreaHypothesis): RuleOutcome {
  const { layer, field, features, share, context } = area;
  const off: number[] = [];
  const findings: RuleFinding[] = [];
  let largest = 0;
  let isBeyond = false;
  const own = (f: number) => layer.ellipsoidArea(f) * share(f);
  const find = (f: number): RuleFinding => ({
    layer,
    feature: f,
    attribute: field,
    message: sentence(area, f, own(f)),
    measure: { value: layer.number(field, f) - own(f), unit: 'm²' },
    suggestion,
  });
  for (const f of features) {
    const difference = Math.abs(layer.number(field, f) - own(f));
    if (difference <= context.tolerance.areaPerFeature) continue;
    const slack = slackOf(area, f);
    if (difference > slack) {
      if (deviates(area, cause, f, difference, slack)) {
        findings.push(find(f));
        continue;
      }
      isBeyond = true;
    }
    off.push(f);
    largest = Math.max(largest, difference);
  }
  const isUsual =
    cause.cause === 'area.other-path' || (cause.cause === 'area.geodesic' && layer.delivered.part !== 'plan');
  const severity: Severity = isBeyond && !isUsual ? 'error' : 'warning';
  return {
    findings,
    systematic: [
      {
        cause: cause.cause,
        layer,
        attribute: field,
        count: off.length,
        message:
          `整层的 ${field} 是${cause.title}，不是椭球面积：${features.length} 个要素中 ${off.length} 个相差超过 ` +
          `${context.tolerance.areaPerFeature} m²，最大 ${largest.toFixed(2)} m²${isBeyond ? '' : '，都在按周长计的容差之内（也可能是按公式计算而没有按规定取位）'}。`,
        suggestion,
        severity,
        examples: firstFew(off).map(find),
      },
    ],
  };
}

/** Whether a value that is beyond the tolerance is not explained by the cause either. */
function deviates(
  { layer, field, share }: AreaField,
  { cause, value, slack, unit }: AreaHypothesis,
  f: number,
  difference: number,
  tolerance: number,
): boolean {
  // Geodesic areas are dear: what lies between chord and geodesic is explained without them.
  if (cause === 'area.geodesic' && difference <= tolerance + chordSlack(layer, f)) return false;
  const room = unit === 'm²' ? Math.max(slack, tolerance) : slack;
  return Math.abs(layer.number(field, f) - value(f) * share(f)) > room;
}
