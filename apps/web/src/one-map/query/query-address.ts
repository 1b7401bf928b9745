import { readPlaceText, writePlace } from './place-text.ts';
import { type Condition, operators, type QueryPlace, type QuerySpec } from './query-spec.ts';

/** What an address holds of a question; a place as its text, a township as `@code name`. */
type Written = readonly [
  layer: string,
  join: 'and' | 'or',
  relation: 'intersects' | 'within',
  place: string,
  ...conditions: readonly (readonly [field: string, operator: string, ...values: string[]])[],
];

/** A question as a part of an address. */
export function writeQuery({ layer, join, conditions, place, relation }: QuerySpec): string {
  const plain = conditions.map(({ field, operator, values }) => [field, operator, ...values] as const);
  return JSON.stringify([layer, join, relation, place ? placeText(place) : '', ...plain] satisfies Written);
}

function placeText(place: QueryPlace): string {
  return place.type === 'region' ? `@${place.code} ${place.name}` : writePlace(place);
}

/** @returns undefined where the text is no question */
export function readQuery(text: string | null): QuerySpec | undefined {
  const parts = parsed(text);
  if (!parts) return undefined;
  const [layer, join, relation, where, ...conditions] = parts;
  const read = conditions.map(conditionOf);
  const place = where === '' ? undefined : placeOf(where);
  if (!/^[A-Z][A-Z0-9_]{0,31}$/.test(layer) || read.includes(undefined) || (where !== '' && !place))
    return undefined;
  return {
    layer,
    join: join === 'or' ? 'or' : 'and',
    conditions: read as Condition[],
    place,
    relation: relation === 'within' ? 'within' : 'intersects',
  };
}

function parsed(text: string | null): Written | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const isText = (one: unknown): boolean => typeof one === 'string';
    if (!Array.isArray(value) || value.length < 4 || !value.slice(0, 4).every(isText)) return undefined;
    if (!value.slice(4).every((one) => Array.isArray(one) && one.every(isText))) return undefined;
    return value as unknown as Written;
  } catch {
    return undefined;
  }
}

function conditionOf([field, operator, ...values]: readonly string[]): Condition | undefined {
  const known = operators.find((one) => one === operator);
  return field === undefined || !known ? undefined : { field, operator: known, values };
}

function placeOf(text: string): QueryPlace | undefined {
  const [, code, name] = /^@(\d{6,12}) (.*)$/.exec(text) ?? [];
  return code === undefined ? readPlaceText(text) : { type: 'region', code, name: name! };
}
