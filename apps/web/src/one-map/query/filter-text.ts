import { type Condition, isWhole, type QuerySpec } from './query-spec.ts';

/** Kind of a field, by its name. */
export type FieldKinds = ReadonlyMap<string, 'text' | 'number'>;

/**
 * Conditions as CQL2 text (OGC 21-065r2), as the server reads it. Conditions that are not whole yet are left out.
 *
 * @returns undefined where there is nothing to ask by
 */
export function filterText(
  { conditions, join }: Pick<QuerySpec, 'conditions' | 'join'>,
  kinds: FieldKinds,
): string | undefined {
  const parts = conditions
    .filter((condition) => isWhole(condition, kinds.get(condition.field) ?? 'text'))
    .map((condition) => conditionText(condition, kinds.get(condition.field) ?? 'text'));
  if (parts.length === 0) return undefined;
  return parts.join(join === 'and' ? ' AND ' : ' OR ');
}

function conditionText({ field, operator, values }: Condition, kind: 'text' | 'number'): string {
  const name = `"${field.replaceAll('"', '""')}"`;
  const value = (i: number): string =>
    kind === 'number' ? String(Number(values[i])) : quoted(values[i]!.trim());
  switch (operator) {
    case 'empty':
      return `${name} IS NULL`;
    case 'filled':
      return `${name} IS NOT NULL`;
    case 'between':
      return `${name} BETWEEN ${value(0)} AND ${value(1)}`;
    case 'in':
      return `${name} IN (${values.map((_, i) => value(i)).join(', ')})`;
    case 'contains':
      return `${name} LIKE ${quoted(`%${literal(values[0]!.trim())}%`)}`;
    case 'starts':
      return `${name} LIKE ${quoted(`${literal(values[0]!.trim())}%`)}`;
    default:
      return `${name} ${operator} ${value(0)}`;
  }
}

/** Signs that a pattern reads, as they are. */
function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** A text, its quotes doubled. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
