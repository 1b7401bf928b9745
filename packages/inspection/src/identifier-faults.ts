import { type DeliveredDatabase, parseDeliveryName } from '@tuheng/standard';
import { countyCodeOf } from './county-code.ts';
import { filled } from './filled.ts';
import type { InspectedLayer } from './inspected-layer.ts';
import type { InspectionContext } from './inspection-context.ts';

/** Where a BSM stands first. */
export interface IdentifierOwner {
  readonly layer: InspectedLayer;
  readonly feature: number;
}

/** What is wrong with the identifiers of a layer: one fault a feature, the first of length, form, prefix and repetition. */
export interface IdentifierFaults {
  readonly layer: InspectedLayer;
  /** Number of features that have a BSM. */
  readonly judged: number;
  /** Features whose BSM is not of the length that A-05 asks for, ascending, as all here. */
  readonly length: readonly number[];
  /** In WHC: not six digits, four zeros and eight digits. */
  readonly form: readonly number[];
  /** Beginning neither with the county's code nor with the feature's own. */
  readonly prefix: readonly number[];
  /** By feature with a BSM that stood before, where it stood first. */
  readonly repeated: ReadonlyMap<number, IdentifierOwner>;
  /**
   * Whether most numbers have a wrong prefix. Then not they may be wrong but the region: a layer of another county, or a county whose code
   * was changed. Which it is a person has to say.
   */
  readonly isOfAnotherRegion: boolean;
}

/** From more than this share of a layer's numbers on a wrong prefix is a matter of the layer. */
const MOST = 0.5;

/** Judges the identifiers of a database, whose layers without the field BSM are left out: what A-05 finds, and the repair numbers anew. */
export function identifierFaults(
  database: DeliveredDatabase,
  layers: readonly InspectedLayer[],
  context: InspectionContext,
): IdentifierFaults[] {
  const length = context.number('A-05', 'length');
  const prefix = identifierPrefix(database, context);
  const owners = new Map<string, IdentifierOwner>();
  return layers
    .filter((layer) => layer.hasField('BSM'))
    .map((layer) => faultsOf(layer, length, prefix, owners));
}

/** What a BSM of the database begins with: the county's code, four digits of it in the plan of a city; undefined where it is not known. */
export function identifierPrefix(
  database: DeliveredDatabase,
  { layers }: InspectionContext,
): string | undefined {
  const name = parseDeliveryName(database.name);
  const code = countyCodeOf(database, layers) ?? name?.adcode;
  return code?.slice(0, name?.level === '市级' ? 4 : 6);
}

function faultsOf(
  layer: InspectedLayer,
  length: number,
  prefix: string | undefined,
  owners: Map<string, IdentifierOwner>,
): IdentifierFaults {
  const isChange = layer.delivered.part === 'change';
  const wrong = { length: [] as number[], form: [] as number[], prefix: [] as number[] };
  const repeated = new Map<number, IdentifierOwner>();
  let judged = 0;
  for (let f = 0; f < layer.count; f++) {
    const bsm = filled(layer, 'BSM', f);
    if (bsm === null) continue;
    judged++;
    const owner = owners.get(bsm);
    if (!owner) owners.set(bsm, { layer, feature: f });
    if (bsm.length !== length) wrong.length.push(f);
    else if (isChange && !/^\d{6}0{4}\d{8}$/.test(bsm)) wrong.form.push(f);
    else if (prefix !== undefined && !bsm.startsWith(prefix) && !hasOwnPrefix(layer, f, bsm))
      wrong.prefix.push(f);
    else if (owner) repeated.set(f, owner);
  }
  return { layer, judged, ...wrong, repeated, isOfAnotherRegion: wrong.prefix.length > MOST * judged };
}

/** The plan of a city holds features of several counties. */
function hasOwnPrefix(layer: InspectedLayer, f: number, bsm: string): boolean {
  const code = layer.text('XZQDM', f)?.slice(0, 6);
  return code !== undefined && code.length === 6 && bsm.startsWith(code);
}
