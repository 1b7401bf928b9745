import {
  type ChangeSetLayer,
  changePieces,
  classOf,
  type LayerChange,
  type ReviewResult,
} from '@tuheng/maintenance';
import { type Column, type Layer, layerSpec, textAt } from '@tuheng/standard';
import { townshipFinder } from './townships.ts';

/** Names that go with the fields by which layers are compared. */
const nameOf: Readonly<Record<string, string>> = { YDYHFLDM: 'YDYHFLMC', GHFQDM: 'GHFQMC' };

/**
 * The pieces of a change as layers, under the code of the layer that changed and in the order of 维护层 (WHC), in the working plane.
 *
 * @param regions XZQ, where somebody delivered it
 */
export function changeLayers(result: ReviewResult, regions: Layer | undefined): Layer[] {
  const townshipOf = townshipFinder(regions, result.plane);
  return result.changeSet.map(({ code, change }) =>
    changeLayer(result.changes.get(code)!, change, result, townshipOf),
  );
}

function changeLayer(
  change: LayerChange,
  { crs, polygons, sourceName, columns }: ChangeSetLayer,
  { measure }: ReviewResult,
  townshipOf: ReturnType<typeof townshipFinder>,
): Layer {
  const field = layerSpec(change.code)?.comparedField ?? null;
  const texts: Record<string, (string | null)[]> = Object.fromEntries(
    ['BSM', 'WHQDM', 'WHQMC', 'WHHDM', 'WHHMC', 'XZDM', 'XZMC'].map((name) => [name, []]),
  );
  const areas: number[] = [];
  for (const [n, { type, polygons: shapes, piece, owner, row }] of changePieces(change).entries()) {
    texts.BSM!.push(textAt(owner, 'BSM', row));
    const isClassed = type === '2' && field !== null;
    const [before, after] = isClassed
      ? [change.reclassified.left[piece]!, change.reclassified.right[piece]!]
      : [undefined, undefined];
    texts.WHQDM!.push(before === undefined ? null : classOf(change.filed.layer, field!, before));
    texts.WHQMC!.push(before === undefined ? null : textAt(change.filed.layer, nameOf[field!] ?? '', before));
    texts.WHHDM!.push(after === undefined ? null : classOf(change.maintained.layer, field!, after));
    texts.WHHMC!.push(
      after === undefined ? null : textAt(change.maintained.layer, nameOf[field!] ?? '', after),
    );
    areas.push(Math.round(measure.ellipsoid(shapes, piece) * 100) / 100);
    const { code, name } = townshipOf(polygons, n);
    texts.XZDM!.push(code);
    texts.XZMC!.push(name);
  }
  const made = new Map<string, Column>();
  for (const name of ['WHBH', 'WHLX', 'XZQDM', 'XZQMC']) made.set(name, columns.get(name)!);
  for (const [name, values] of Object.entries(texts)) made.set(name, { kind: 'text', values });
  made.set('WHMJ', { kind: 'number', values: Float64Array.from(areas) });
  return { code: change.code, sourceName, crs, polygons, columns: made };
}
