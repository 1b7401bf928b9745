import { classColours } from '../styles/class-colours.ts';

/** Names that go with the field of a class. */
const nameOf: Readonly<Record<string, string>> = { YDYHFLDM: 'YDYHFLMC', DLBM: 'DLMC', GHFQDM: 'GHFQMC' };

/** Of the pieces of a change: by which the table of the change finds them, and what became what. */
const ofPieces = ['WHBH', 'WHQDM', 'WHHDM'];

/** Fields that name a feature, in the layers that have one. */
const names = ['MC', 'XZQMC', 'HXMC', 'KFQMC', 'XMMC'];

/** What a tile carries of a layer's fields: the number, the class with its name, the name where there is one, and what tells the pieces of a change apart. */
export function tileAttributes(fields: readonly (readonly [name: string, kind: string])[]): {
  readonly attributes: readonly string[];
  readonly classes: readonly string[];
} {
  const has = (name: string | undefined): name is string => fields.some(([field]) => field === name);
  const field = classColours(fields)?.field;
  const classes = field === undefined ? [] : [field, nameOf[field]].filter(has);
  return { attributes: ['BSM', ...names, ...classes, ...ofPieces].filter(has), classes };
}
