import { type AddedRule, addedRuleParameters, layerSpec, squareMetresOf } from '@tuheng/standard';
import type { Basis, Parameter, RuleMeasure } from '../../review.ts';
import { type Judgement, missing, noMeasure, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { hectares } from '../../wording.ts';
import { addedEvidence, movedGround } from './added-evidence.ts';
import { type Figure, figureOf } from './added-figure.ts';
import { algorithmOf, figureText, measureText, subjectText } from './added-wording.ts';
import { missingInputs, sourceOf } from './selection.ts';

/** A rule of the declarative form, and who added it. */
export interface CompiledRule extends Rule {
  readonly form: AddedRule;
  readonly addedBy: string;
}

/** Makes a rule of the declarative form (docs/profiles.md) into one of the book. @param addedBy name of the profile */
export function compileAddedRule(form: AddedRule, addedBy: string): CompiledRule {
  const parameters = addedRuleParameters(form).map((own) => ({
    ...own,
    source: `${addedBy}：${own.source}`,
  }));
  return {
    id: form.id,
    title: form.title,
    chapter: 'added',
    algorithm: algorithmOf(form),
    layers: layersOf(form),
    basis: form.basis.map((one) => basisOf(one, form)),
    parameters,
    form,
    addedBy,
    judge: (context) => judge(context, form, parameters),
  };
}

function layersOf({ layer, within, outside }: AddedRule): string[] {
  return [...new Set([layer, within?.layer, outside?.layer].filter((code) => code !== undefined))];
}

function basisOf(
  { document, article, source, confidence }: AddedRule['basis'][number],
  rule: AddedRule,
): Basis {
  return {
    document,
    ...(article === undefined ? {} : { article }),
    source: source ?? rule.source,
    confidence: confidence ?? rule.confidence ?? 'found',
  };
}

/** Both sides as far as they can be measured, and what keeps them from it. */
interface Figures {
  readonly before: Figure | undefined;
  readonly after: Figure;
  readonly unit: string;
}

function judge(context: RuleContext, form: AddedRule, own: readonly Parameter[]): Judgement {
  const { limit, unit, tolerance } = settingsOf(context, form, own);
  const absent = absentInputs(context, form, unit);
  if (absent) return absent;
  // A targets file may say anything.
  if ([limit, tolerance].some(Number.isNaN)) return missing(unit, '设定的限值或容差不是可用的数或面积单位');
  const figures: Figures = {
    before: missingOn(context, 'filed', form).length === 0 ? figureOf(context, 'filed', form) : undefined,
    after: figureOf(context, 'maintained', form),
    unit,
  };
  if (form.compare === 'unchanged') return judgeGround(context, form, figures);
  const against = limit ?? figures.before!.value;
  const { after } = figures;
  if (Number.isNaN(after.value) || Number.isNaN(against))
    return missing(unit, `${subjectText(form)}没有可以计算${measureText(form)}的图斑`);
  const slack = tolerance ?? after.slack;
  const fails = direction(form.compare, after.value - against, slack);
  const open = fails === undefined ? openQuestions(form, figures) : [];
  return {
    outcome: fails ? 'fail' : open.length > 0 ? 'undetermined' : 'pass',
    ...(open.length > 0 ? { reasons: open } : {}),
    measure: measureOf(figures, against),
    explanation: explanationOf(form, figures, against, fails !== undefined),
    details: countDetails(figures),
    evidence: fails ? addedEvidence(context, form, figures, { fails, limit: against }) : [],
  };
}

/** On which side of its limit a figure is wrong; undefined where it is not. */
function direction(
  compare: AddedRule['compare'],
  difference: number,
  slack: number,
): 'less' | 'more' | undefined {
  if (compare !== 'notMore' && difference < -slack) return 'less';
  return compare !== 'notLess' && difference > slack ? 'more' : undefined;
}

/** Whether the ground itself stayed: a same area elsewhere is not the same ground. */
function judgeGround(context: RuleContext, form: AddedRule, figures: Figures): Judgement {
  const { left, came } = movedGround(context, form.layer, figures.before!.selection, figures.after.selection);
  const evidence = [...left, ...came];
  const open = evidence.length === 0 ? openQuestions(form, figures) : [];
  const areaOf = (pieces: typeof left): number => pieces.reduce((sum, { area }) => sum + area, 0);
  const moved = (label: string, pieces: typeof left) => ({
    label,
    measure: { before: null, after: areaOf(pieces), limit: 0, unit: 'm²' },
  });
  const change =
    evidence.length > 0
      ? `减少 ${left.length} 处、${hectares(areaOf(left))}，增加 ${came.length} 处、${hectares(areaOf(came))}，范围有变化`
      : '范围没有变化';
  return {
    outcome: evidence.length > 0 ? 'fail' : open.length > 0 ? 'undetermined' : 'pass',
    ...(open.length > 0 ? { reasons: open } : {}),
    measure: measureOf(figures, figures.before!.value),
    explanation: `${figuresText(form, figures, figures.before!.value)}；${change}。`,
    details: [moved('减少的面积', left), moved('增加的面积', came), ...countDetails(figures)],
    evidence,
  };
}

/** What cannot be judged for want of layers or fields. */
function absentInputs(context: RuleContext, form: AddedRule, unit: string): Judgement | undefined {
  const { layer, limit } = form;
  const title = `${layerSpec(layer)!.title}图层（${layer}）`;
  const sides = (['filed', 'maintained'] as const).filter((side) => sourceOf(context, side, layer));
  if (sides.length === 0 && limit === 'filed') {
    return {
      outcome: 'notApplicable',
      measure: noMeasure(unit),
      explanation: `两版数据库都没有${title}，本条不适用。`,
    };
  }
  if (sides.length === 0) return missing(unit, `两版数据库都没有${title}，是否达到限值不明`);
  const reasons = [
    ...missingOn(context, 'maintained', form),
    ...(limit === 'filed' ? missingOn(context, 'filed', form) : []),
  ];
  return reasons.length > 0 ? missing(unit, ...new Set(reasons)) : undefined;
}

function missingOn(context: RuleContext, side: 'filed' | 'maintained', form: AddedRule): string[] {
  const { measure } = form;
  const field =
    typeof measure !== 'object' || 'shareOf' in measure
      ? []
      : ['meanOf' in measure ? measure.meanOf : measure.sumOf];
  return missingInputs(context, side, form, field);
}

/** Blank fields: nobody knows whether the figure would still hold. */
function openQuestions({ limit }: AddedRule, { before, after }: Figures): string[] {
  const of = (side: string, figure: Figure | undefined): string[] => [
    ...(figure && figure.selection.unknown > 0
      ? [`${side}有 ${figure.selection.unknown} 个图斑没有填写条件所用的字段，是否属于所选范围不明`]
      : []),
    ...(figure && figure.blank > 0 ? [`${side}有 ${figure.blank} 个所选图斑没有填写求值的字段`] : []),
  ];
  return [...of('维护后数据库', after), ...(limit === 'filed' ? of('备案库', before) : [])];
}

/** Limit and tolerance as they are set, areas in m²; the limit undefined where the filed database is it. */
function settingsOf(context: RuleContext, form: AddedRule, own: readonly Parameter[]) {
  const of = (name: string): Parameter | undefined => {
    const found = own.find((one) => one.name === name);
    return found && context.parameter(form.id, found);
  };
  const set = of('limit')!;
  const tolerance = of('tolerance');
  const isArea = form.measure === 'area' || form.measure === 'largestPatch';
  const numberOf = ({ value, unit }: Parameter): number =>
    Number(value) * (isArea ? (squareMetresOf(unit) ?? Number.NaN) : 1);
  return {
    limit: form.limit === 'filed' ? undefined : numberOf(set),
    tolerance: tolerance && numberOf(tolerance),
    unit: isArea ? 'm²' : unitOf(form, set),
  };
}

function unitOf({ measure, limit }: AddedRule, set: Parameter): string {
  if (measure === 'patches' || measure === 'count') return '个';
  if (typeof measure === 'object' && 'shareOf' in measure) return '%';
  return limit === 'filed' ? '' : set.unit;
}

function measureOf({ before, after, unit }: Figures, limit: number): RuleMeasure {
  const known = before && !Number.isNaN(before.value) ? before.value : null;
  return { before: known, after: after.value, limit, unit };
}

function countDetails({ before, after }: Figures) {
  return [
    {
      label: '所选图斑',
      measure: { before: before?.features ?? null, after: after.features, limit: null, unit: '个' },
    },
  ];
}

const relations = {
  notLess: { holds: '不低于', fails: '低于' },
  notMore: { holds: '不超过', fails: '超过' },
  equals: { holds: '等于', fails: '不等于' },
} as const;

function explanationOf(form: AddedRule, figures: Figures, limit: number, fails: boolean): string {
  const { unit, after } = figures;
  const words = relations[form.compare as keyof typeof relations];
  const against = `${form.limit === 'filed' ? '备案库的 ' : '限值 '}${figureText(limit, unit)}`;
  const gap = fails ? `，相差 ${figureText(Math.abs(after.value - limit), unit)}` : '';
  // What was left out for want of a value may be why it fails.
  const open = fails ? openQuestions(form, figures).map((text) => `；${text}，未计入`) : [];
  return `${figuresText(form, figures, limit)}；${fails ? words.fails : words.holds}${against}${gap}${open.join('')}。`;
}

/** The figures in a sentence: that of the form where it has one. */
function figuresText(form: AddedRule, { before, after, unit }: Figures, limit: number): string {
  const texts: Readonly<Record<string, string>> = {
    before: before && !Number.isNaN(before.value) ? figureText(before.value, unit) : '未知',
    after: figureText(after.value, unit),
    limit: figureText(limit, unit),
  };
  const template =
    form.explanation ?? `${subjectText(form)}，${measureText(form)}由备案的 {before} 变为维护后的 {after}`;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => texts[name] ?? '').replace(/[。；]$/, '');
}
