import { featureCount, type Polygons } from '@tuheng/geometry';
import { type AddedRule, numberAt } from '@tuheng/standard';
import { isNoise } from '../../noise.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { dissolved, type Selection, select } from './selection.ts';

/** What a rule measures on one side. */
export interface Figure {
  readonly selection: Selection;
  /** The ground of the selection, dissolved; only where the measure is one of ground. */
  readonly ground: Polygons | undefined;
  /** m², `个`, `%`, or in whatever the field is in; NaN where nothing can be measured. */
  readonly value: number;
  /** Features selected. */
  readonly features: number;
  /** Selected features without a value in the field that is measured. */
  readonly blank: number;
  /** What the rounding of areas alone can do to the figure. */
  readonly slack: number;
}

/** A mean or sum that moved by less, relative to its size, has not moved: the areas and values under it are rounded. */
const SAME = 1e-6;

/** The measure of a rule on a side whose inputs are all there. */
export function figureOf(context: RuleContext, side: Side, form: AddedRule): Figure {
  const selection = select(context, side, form);
  const features = new Set(Array.from(selection.owners)).size;
  const { measure } = form;
  const base = { selection, features, blank: 0, ground: undefined, slack: 0 };
  if (measure === 'count') return { ...base, value: features };
  if (typeof measure === 'object' && !('shareOf' in measure)) {
    const field = 'meanOf' in measure ? measure.meanOf : measure.sumOf;
    const { value, blank } = 'meanOf' in measure ? mean(context, selection, field) : sum(selection, field);
    return { ...base, value, blank, slack: SAME * Math.max(1, Math.abs(value)) };
  }
  const ground = dissolved(context, side, form, selection);
  const slack = context.slack(form.layer);
  const areas = Array.from({ length: featureCount(ground) }, (_, f) => context.measure.ellipsoid(ground, f));
  const area = areas.reduce((total, one) => total + one, 0);
  if (measure === 'area') return { ...base, ground, value: area, slack };
  if (measure === 'largestPatch')
    return { ...base, ground, value: areas.reduce((most, one) => Math.max(most, one), 0), slack };
  if (measure === 'patches') return { ...base, ground, value: realPatches(context, ground).length };
  const wholeForm = wholeOf(form, measure.shareOf);
  const whole = select(context, side, wholeForm);
  const total = context.measure.total(dissolved(context, side, wholeForm, whole)).area;
  const unknown = Math.max(selection.unknown, whole.unknown);
  return {
    ...base,
    ground,
    selection: { ...selection, unknown },
    value: total > 0 ? (100 * area) / total : Number.NaN,
    slack: total > 0 ? (100 * slack) / total : 0,
  };
}

/** Patches beyond noise. */
export function realPatches({ tolerance }: RuleContext, ground: Polygons): number[] {
  return [...Array(featureCount(ground)).keys()].filter((f) => !isNoise(ground, f, tolerance));
}

/** What a share is a share of. */
function wholeOf({ layer, where, within, outside }: AddedRule, of: 'layer' | 'within' | 'selected') {
  if (of === 'layer') return { layer };
  if (of === 'selected') return { layer, ...(where && { where }) };
  return { layer, ...(within && { within }), ...(outside && { outside }) };
}

function mean({ measure }: RuleContext, { source, pieces, owners }: Selection, field: string) {
  let weighted = 0;
  let weight = 0;
  const blank = new Set<number>();
  for (let k = 0; k < owners.length; k++) {
    const value = numberAt(source.layer, field, owners[k]!);
    if (Number.isNaN(value)) {
      blank.add(owners[k]!);
      continue;
    }
    const area = measure.ellipsoid(pieces, k);
    weighted += value * area;
    weight += area;
  }
  return { value: weight > 0 ? weighted / weight : Number.NaN, blank: blank.size };
}

/** A feature counts whole, however much of it lies within the restriction. */
function sum({ source, owners }: Selection, field: string) {
  let value = 0;
  let blank = 0;
  for (const row of new Set(Array.from(owners))) {
    const one = numberAt(source.layer, field, row);
    if (Number.isNaN(one)) blank++;
    else value += one;
  }
  return { value, blank };
}
