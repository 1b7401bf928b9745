import {
  type Aliases,
  allLayerSpecs,
  type DeliveredName,
  type FieldSpec,
  resolveField,
} from '@tuheng/standard';
import type { PivotColumn, Wanted } from '../flatgeobuf/property-reader.ts';

/** What becomes of one field of a file. */
export interface PlannedField {
  /** Name in the file. */
  readonly source: string;
  /** Name in the layer: the standard's, or the file's own where the standard has none. */
  readonly target: string;
  readonly spec: FieldSpec | undefined;
  readonly wanted: Wanted;
  readonly dropped: 'personal' | 'binary' | undefined;
}

const namesOf = ({ name, title, aliases }: FieldSpec) => [name, title, ...aliases];

/** Names of personal data in any layer: they are personal wherever they turn up. */
const personalNames = new Set(
  allLayerSpecs()
    .flatMap((spec) => [...spec.fields, ...(spec.variants ?? []).flatMap(({ fields }) => fields)])
    .filter(({ personal }) => personal)
    .flatMap(namesOf)
    .map((name) => name.toUpperCase()),
);

/**
 * Plans the fields of a layer. Where two fields of the file stand for the same one of the standard, the one with the
 * standard's own name has it, else the first; the other keeps its own name.
 */
export function planFields(
  { spec: layer, part, code }: Pick<DeliveredName, 'spec' | 'part' | 'code'>,
  columns: readonly PivotColumn[],
  aliases: Aliases = {},
): PlannedField[] {
  const added = new Map(
    Object.entries({ ...aliases.fields?.[layer.code], ...aliases.fields?.[code] }).map(([alias, field]) => [
      alias.trim().toUpperCase(),
      field,
    ]),
  );
  const specs = columns.map(({ name }) => {
    const field = added.get(name.trim().toUpperCase());
    return (field && resolveField(layer, field, part)) || resolveField(layer, name, part);
  });
  const owner = new Map<string, number>();
  specs.forEach((spec, i) => {
    if (!spec) return;
    const exact = columns[i]!.name.trim().toUpperCase() === spec.name;
    if (exact || !owner.has(spec.name)) owner.set(spec.name, i);
  });
  const taken = new Set(owner.keys());
  return columns.map((column, i) => {
    const spec = specs[i] && owner.get(specs[i].name) === i ? specs[i] : undefined;
    const dropped = isPersonal(column.name, specs[i])
      ? 'personal'
      : column.kind === 'binary'
        ? 'binary'
        : undefined;
    // A field that lost its name to another must not overwrite it.
    const target = spec?.name ?? (taken.has(column.name) ? `${column.name}_${i}` : column.name);
    taken.add(target);
    return { source: column.name, target, spec, dropped, wanted: dropped ? 'drop' : wantedOf(column, spec) };
  });
}

function isPersonal(name: string, spec: FieldSpec | undefined): boolean {
  return spec?.personal === true || personalNames.has(name.trim().toUpperCase());
}

function wantedOf(column: PivotColumn, spec: FieldSpec | undefined): Wanted {
  if (column.kind !== 'number') return 'text';
  return spec?.type === 'text' || spec?.type === 'date' ? 'text' : 'number';
}
