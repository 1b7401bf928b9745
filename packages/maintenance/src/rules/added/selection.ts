import { featureCount, type Pieces, type Polygons } from '@tuheng/geometry';
import { type AddedRule, type Ground, layerSpec } from '@tuheng/standard';
import { splitNoise } from '../../noise.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import type { WorkingLayer } from '../../working-layer.ts';
import { conditionsOf, fieldsOf, testOf } from './condition.ts';

/** What of a layer a rule measures on one side. */
export interface Selection {
  readonly source: WorkingLayer;
  /** The features selected, or the parts of them within the restriction, beyond noise. */
  readonly pieces: Polygons;
  /** Feature of the source that each piece belongs to. */
  readonly owners: ArrayLike<number>;
  /** Features of which a blank field leaves open whether they are selected; those of the restriction are among them. */
  readonly unknown: number;
}

/** What a rule selects: which features, and which part of them. */
export type SelectionForm = Pick<AddedRule, 'layer' | 'where' | 'within' | 'outside'>;

/** Layers that both sides share (`ReviewRequest.base`). */
const shared: ReadonlySet<string> = new Set(['DLTB', 'XZQ', 'KFQ']);

/** The layer as a side has it; one that both share from where they share it. */
export function sourceOf(context: RuleContext, side: Side, code: string): WorkingLayer | undefined {
  return (shared.has(code) ? context.shared(code) : undefined) ?? context.layer(side, code);
}

/** What keeps a selection from being made on one side, in Chinese; empty where nothing does. */
export function missingInputs(
  context: RuleContext,
  side: Side,
  { layer, where, within, outside }: SelectionForm,
  fields: readonly string[],
): string[] {
  const grounds = [within, outside].flatMap((ground) => (ground ? [ground] : []));
  return [
    ...missingIn(context, side, { layer, ...(where && { where }) }, fields),
    ...grounds.flatMap((ground) => missingIn(context, side, ground, [])),
  ];
}

const sideNames: Readonly<Record<Side, string>> = { filed: '备案库', maintained: '维护后数据库' };

function missingIn(
  context: RuleContext,
  side: Side,
  { layer, where }: Ground,
  fields: readonly string[],
): string[] {
  const place = shared.has(layer) ? '基础数据' : sideNames[side];
  const source = sourceOf(context, side, layer);
  if (!source) return [`${place}没有${layerSpec(layer)!.title}图层（${layer}）`];
  if (featureCount(source.polygons) === 0) return [];
  return [...new Set([...fieldsOf(conditionsOf(where)), ...fields])]
    .filter((field) => !source.layer.columns.has(field))
    .map((field) => `${place}的${layerSpec(layer)!.title}图层（${layer}）没有字段 ${field}`);
}

/** What a form selects on a side whose inputs are all there. */
export function select(context: RuleContext, side: Side, form: SelectionForm): Selection {
  const source = sourceOf(context, side, form.layer)!;
  const { rows, unknown } = rowsOf(source, form);
  const whole = rows.length === featureCount(source.polygons);
  let selection: Selection = {
    source,
    pieces: whole ? source.polygons : context.overlay.select(source.polygons, rows),
    owners: rows,
    unknown,
  };
  if (form.within) {
    const { ground, unknown: open } = groundOf(context, side, form.within);
    selection = cut(selection, context.overlay.intersect(selection.pieces, ground), open, context);
  }
  if (form.outside) {
    const { ground, unknown: open } = groundOf(context, side, form.outside);
    selection = cut(selection, context.overlay.subtract(selection.pieces, ground), open, context);
  }
  return selection;
}

/** The ground of a selection, dissolved; that of a whole layer is kept for the run. */
export function dissolved(
  context: RuleContext,
  side: Side,
  { layer, where, within, outside }: SelectionForm,
  { pieces }: Selection,
): Polygons {
  const isWhole = !where && !within && !outside && !shared.has(layer);
  return (isWhole ? context.patches(side, layer)?.polygons : undefined) ?? context.overlay.dissolve(pieces);
}

function rowsOf({ layer, polygons }: WorkingLayer, { where }: Pick<Ground, 'where'>) {
  const test = testOf(conditionsOf(where));
  const rows: number[] = [];
  let unknown = 0;
  for (let f = 0; f < featureCount(polygons); f++) {
    const holds = test(layer, f);
    if (holds) rows.push(f);
    else if (holds === undefined) unknown++;
  }
  return { rows: Uint32Array.from(rows), unknown };
}

/** Dissolved, so that no piece is cut twice. */
function groundOf(context: RuleContext, side: Side, { layer, where }: Ground) {
  const source = sourceOf(context, side, layer)!;
  const kept = where === undefined && !shared.has(layer) ? context.patches(side, layer) : undefined;
  if (kept) return { ground: kept.polygons, unknown: 0 };
  const { rows, unknown } = rowsOf(source, { ...(where && { where }) });
  return { ground: context.overlay.dissolve(context.overlay.select(source.polygons, rows)), unknown };
}

function cut(of: Selection, pieces: Pieces, unknown: number, { tolerance }: RuleContext): Selection {
  const { real } = splitNoise(pieces, tolerance);
  return {
    source: of.source,
    pieces: real.polygons,
    owners: Uint32Array.from(real.left, (k) => of.owners[k]!),
    unknown: of.unknown + unknown,
  };
}
