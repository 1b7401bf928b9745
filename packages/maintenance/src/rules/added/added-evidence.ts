import { featureCount, matchIdentical, type Polygons } from '@tuheng/geometry';
import { type AddedRule, layerSpec, numberAt } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { Evidence } from '../../review.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import { type Figure, realPatches } from './added-figure.ts';
import type { Selection } from './selection.ts';

/** How many of the patches are shown where it is not what changed that fails, but all there is: the largest. */
export const MOST_PATCHES = 200;

/** What to look for: what is missing (`notLess`), what is too much (`notMore`), or either. */
type Direction = 'less' | 'more';

/** Ground selected on one side and not on the other, beyond noise. */
export interface Moved {
  readonly left: Evidence[];
  readonly came: Evidence[];
}

/**
 * The ground that makes a rule fail: what left or came of the selection; where nothing did (it was so before), the selection itself, or
 * those of its features that lie on the wrong side of the limit.
 */
export function addedEvidence(
  context: RuleContext,
  form: AddedRule,
  { before, after }: { readonly before: Figure | undefined; readonly after: Figure },
  { fails, limit }: { readonly fails: Direction | undefined; readonly limit: number },
): Evidence[] {
  const { measure } = form;
  const title = layerSpec(form.layer)!.title;
  if (measure === 'largestPatch' && fails === 'more') return largest(context, form.layer, after, title);
  const found = before ? changed(context, form, before, after, fails, title) : [];
  if (found.length > 0) return found;
  if (typeof measure === 'object' && 'meanOf' in measure)
    return wrongSide(context, form.layer, after.selection, measure.meanOf, fails, limit, title);
  return patchesOf(context, form.layer, after, `所选${title}`);
}

function changed(
  context: RuleContext,
  form: AddedRule,
  before: Figure,
  after: Figure,
  fails: Direction | undefined,
  title: string,
): Evidence[] {
  const { measure, layer } = form;
  if (measure === 'count' || (typeof measure === 'object' && !('shareOf' in measure)))
    return changedFeatures(context, form, before.selection, after.selection, fails, title);
  if (measure === 'patches') {
    const gone = otherPatches(context, before.ground!, after.ground!);
    const fresh = otherPatches(context, after.ground!, before.ground!);
    const of = (polygons: Polygons, indices: number[], side: Side, label: string): Evidence[] =>
      indices.map((k) => context.evidence(polygons, k, { code: layer, side, label }));
    return [
      ...(fails === 'more' ? [] : of(before.ground!, gone, 'filed', `维护后不再有的${title}地块`)),
      ...(fails === 'less' ? [] : of(after.ground!, fresh, 'maintained', `维护后新的${title}地块`)),
    ];
  }
  const { left, came } = movedGround(context, layer, before.selection, after.selection);
  return [...(fails === 'more' ? [] : left), ...(fails === 'less' ? [] : came)];
}

/** Ground that left a selection or came into it. */
export function movedGround(context: RuleContext, code: string, before: Selection, after: Selection): Moved {
  const title = layerSpec(code)!.title;
  return {
    left: outside(context, code, 'filed', before, after, `所选${title}减少`),
    came: outside(context, code, 'maintained', after, before, `所选${title}增加`),
  };
}

/** Pieces of the same shape on both sides need no overlay. */
function outside(
  context: RuleContext,
  code: string,
  side: Side,
  of: Selection,
  other: Selection,
  label: string,
): Evidence[] {
  const partner = matchIdentical(of.pieces, other.pieces, context.tolerance.grid);
  const rest = [...partner.keys()].filter((k) => partner[k]! < 0);
  if (rest.length === 0) return [];
  const pieces = context.overlay.subtract(context.overlay.select(of.pieces, rest), other.pieces);
  const { polygons, left } = splitNoise(pieces, context.tolerance).real;
  return [...left.keys()].map((k) => {
    const row = of.owners[rest[left[k]!]!]!;
    return context.evidence(polygons, k, { code, side, label, owner: of.source.layer, row });
  });
}

/** Features that stand on one side only: by shape, and by their value where one is measured. */
function changedFeatures(
  context: RuleContext,
  { layer: code, measure }: AddedRule,
  before: Selection,
  after: Selection,
  fails: Direction | undefined,
  title: string,
): Evidence[] {
  const field =
    typeof measure === 'object'
      ? 'meanOf' in measure
        ? measure.meanOf
        : 'sumOf' in measure && measure.sumOf
      : '';
  const value = ({ source, owners }: Selection, k: number): number =>
    field ? numberAt(source.layer, field, owners[k]!) : 0;
  const partner = matchIdentical(before.pieces, after.pieces, context.tolerance.grid);
  const kept = new Set<number>();
  const gone: number[] = [];
  for (const [k, other] of partner.entries()) {
    if (other >= 0 && Object.is(value(before, k), value(after, other))) kept.add(other);
    else gone.push(k);
  }
  const fresh = Array.from({ length: after.owners.length }, (_, k) => k).filter((k) => !kept.has(k));
  const of = (selection: Selection, side: Side, k: number, label: string): Evidence => {
    const told = field ? `：${field} ${text(value(selection, k))}` : '';
    const { owners, source, pieces } = selection;
    return context.evidence(pieces, k, {
      ...{ code, side, label: `${label}${told}` },
      ...{ owner: source.layer, row: owners[k]! },
    });
  };
  // Fewer features: what is gone. A mean or a sum moves by what is gone and by what is new.
  return [
    ...(fails === 'more' && !field ? [] : gone.map((k) => of(before, 'filed', k, `维护前的${title}`))),
    ...(fails === 'less' && !field ? [] : fresh.map((k) => of(after, 'maintained', k, `维护后的${title}`))),
  ];
}

function text(value: number): string {
  return Number.isNaN(value) ? '未填' : String(value);
}

function otherPatches(context: RuleContext, ground: Polygons, other: Polygons): number[] {
  const partner = matchIdentical(ground, other, context.tolerance.grid);
  return realPatches(context, ground).filter((f) => partner[f]! < 0);
}

function largest(context: RuleContext, code: string, { ground }: Figure, title: string): Evidence[] {
  let most = -1;
  for (let f = 0; f < featureCount(ground!); f++)
    if (most < 0 || context.measure.ellipsoid(ground!, f) > context.measure.ellipsoid(ground!, most))
      most = f;
  const about = { code, side: 'maintained', label: `最大的${title}地块` } as const;
  return most < 0 ? [] : [context.evidence(ground!, most, about)];
}

function wrongSide(
  context: RuleContext,
  code: string,
  { source, pieces, owners }: Selection,
  field: string,
  fails: Direction | undefined,
  limit: number,
  title: string,
): Evidence[] {
  const isWrong = (value: number): boolean =>
    fails === 'less' ? value < limit : fails === 'more' ? value > limit : value !== limit;
  const wrong = Array.from({ length: owners.length }, (_, k) => k).filter((k) =>
    isWrong(numberAt(source.layer, field, owners[k]!)),
  );
  return biggest(context, pieces, wrong).map((k) =>
    context.evidence(pieces, k, {
      ...{ code, side: 'maintained', owner: source.layer, row: owners[k]! },
      label: `所选${title}：${field} ${numberAt(source.layer, field, owners[k]!)}`,
    }),
  );
}

function patchesOf(
  context: RuleContext,
  code: string,
  { ground, selection }: Figure,
  label: string,
): Evidence[] {
  const patches = ground ?? context.overlay.dissolve(selection.pieces);
  return biggest(context, patches, realPatches(context, patches)).map((k) =>
    context.evidence(patches, k, { code, side: 'maintained', label }),
  );
}

function biggest({ measure }: RuleContext, p: Polygons, indices: readonly number[]): number[] {
  return [...indices]
    .sort((a, b) => measure.ellipsoid(p, b) - measure.ellipsoid(p, a) || a - b)
    .slice(0, MOST_PATCHES);
}
