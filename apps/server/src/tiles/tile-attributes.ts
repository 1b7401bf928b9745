import { classColours } from '../styles/class-colours.ts';

/** Names that go with the field of a class. */
const nameOf: Readonly<Record<string, string>> = { YDYHFLDM: 'YDYHFLMC', DLBM: 'DLMC', GHFQDM: 'GHFQMC' };

/** What a tile carries of a layer's fields: the number, the class with its name, and the name where there is one. */
export function tileAttributes(fields: readonly (readonly [name: string, kind: string])[]): {
  readonly attributes: readonly string[];
  readonly classes: readonly string[];
} {
  const has = (name: string): boolean => fields.some(([field]) => field === name);
  const field = classColours(fields)?.field;
  const classes = field === undefined ? [] : [field, nameOf[field]!].filter(has);
  return { attributes: ['BSM', 'MC', ...classes].filter(has), classes };
}
