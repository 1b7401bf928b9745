import { featureCount } from '@tuheng/geometry';
import { type NamedList, textAt } from '@tuheng/standard';
import type { Evidence, Parameter } from '../../review.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import type { CityLine } from './city-line.ts';

/** The field of a line's layer in which the name of the thing stands: the field table has none of its own. */
export const nameField: Parameter = {
  name: 'nameField',
  title: '写有名称的字段',
  value: 'BZ',
  unit: '',
  free: 'text',
  source: '本项目建议（四线字段表中没有名称字段，docs/sources.md §2.4.8；未核实）',
  confidence: 'suggestion',
};

/** A thing of a list and the features of either side whose text holds its name. */
export interface ListedThing {
  readonly name: string;
  readonly kind: string | undefined;
  readonly filed: readonly number[];
  readonly maintained: readonly number[];
}

const plain = (text: string): string => text.replace(/\s/g, '');

/** Everything on the list with the features that stand for it. */
export function listedThings(
  context: RuleContext,
  { layer }: CityLine,
  { items }: NamedList,
  field: string,
): ListedThing[] {
  const texts = (side: Side): string[] => textsOf(context, side, layer, field);
  const [filed, maintained] = [texts('filed'), texts('maintained')];
  const holding = (of: readonly string[], name: string): number[] =>
    [...of.keys()].filter((f) => of[f]!.includes(plain(name)));
  return items.map(({ name, kind }) => ({
    ...{ name, kind },
    filed: holding(filed, name),
    maintained: holding(maintained, name),
  }));
}

function textsOf(context: RuleContext, side: Side, code: string, field: string): string[] {
  const { layer, polygons } = context.layer(side, code)!;
  return Array.from({ length: featureCount(polygons) }, (_, f) => plain(textAt(layer, field, f) ?? ''));
}

/**
 * Where to look for what the line lacks: its ground on file, and the features of the line that stand for nothing on the list (`wanted` may
 * leave some out); all of the line where there is neither.
 */
export function whereMissing(
  context: RuleContext,
  { layer, name }: CityLine,
  things: readonly ListedThing[],
  gone: readonly ListedThing[],
  wanted: (f: number) => boolean = () => true,
): Evidence[] {
  const piece = (side: Side, f: number, label: string): Evidence => {
    const { layer: owner, polygons } = context.layer(side, layer)!;
    return context.evidence(polygons, f, { code: layer, side, label, owner, row: f });
  };
  const named = new Set(things.flatMap(({ maintained }) => maintained));
  const all = [...Array(featureCount(context.layer('maintained', layer)!.polygons)).keys()];
  const nameless = all.filter((f) => !named.has(f) && wanted(f));
  const found = [
    ...gone.flatMap((thing) => thing.filed.map((f) => piece('filed', f, `维护后没有图斑：${thing.name}`))),
    ...nameless.map((f) => piece('maintained', f, `${name}图斑，名称不在清单中`)),
  ];
  return found.length > 0 ? found : all.map((f) => piece('maintained', f, `${name}图斑，均不是清单所缺的`));
}
