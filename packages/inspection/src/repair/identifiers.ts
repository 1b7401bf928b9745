import {
  type DeliveredDatabase,
  identifierOf,
  LAST_SERIAL,
  parseDeliveryName,
  serialOf,
} from '@tuheng/standard';
import { countyCodeOf, mostFrequent } from '../county-code.ts';
import { filled } from '../filled.ts';
import { type IdentifierFaults, identifierFaults, identifierPrefix } from '../identifier-faults.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { ColumnDraft } from './column-draft.ts';

/**
 * Numbers the features of a database anew whose BSM is missing or found by A-05: of a wrong length or form, with another region before it, or
 * used before (the first to hold a number keeps it). Where most numbers of a layer have another region, a person has to say which of both
 * is wrong. Numbers go on after the largest serial of the database, with the county's code, or in the plan of a city with the feature's own.
 */
export function renumber(
  database: DeliveredDatabase,
  layers: readonly ColumnDraft[],
  context: InspectionContext,
): void {
  if (context.effective.offReason('A-05') !== undefined) return;
  const prefix = identifierPrefix(database, context) ?? '';
  const drafts = new Map(layers.map((columns) => [columns.layer, columns] as const));
  const wrong: { readonly columns: ColumnDraft; readonly f: number; readonly why: string }[] = [];
  const regions = new Map<string, number>();
  let last = 0;
  for (const faults of identifierFaults(database, [...drafts.keys()], context)) {
    const { layer } = faults;
    const columns = drafts.get(layer)!;
    const reasons = reasonsOf(faults, prefix);
    const malformed = new Set([...faults.length, ...faults.form]);
    for (let f = 0; f < layer.count; f++) {
      const bsm = filled(layer, 'BSM', f);
      if (bsm !== null && !malformed.has(f)) {
        last = Math.max(last, serialOf(bsm));
        const region = /^\d{6}/.exec(bsm)?.[0];
        if (region !== undefined) regions.set(region, (regions.get(region) ?? 0) + 1);
      }
      const why = bsm === null ? '缺少标识码' : reasons.get(f);
      if (why !== undefined) wrong.push({ columns, f, why });
    }
    if (!faults.isOfAnotherRegion) continue;
    for (const f of faults.prefix) {
      columns.refuse(
        'bsm',
        f,
        `图层的标识码大多不以行政区代码 ${prefix} 开头，可能是图层或代码不对，由人决定。`,
      );
    }
  }
  const name = parseDeliveryName(database.name);
  const county = countyCodeOf(database, context.layers) ?? name?.adcode ?? mostFrequent(regions);
  for (const { columns, f, why } of wrong) {
    const own = /^\d{6}/.exec(columns.layer.text('XZQDM', f) ?? '')?.[0];
    const code = name?.level === '市级' ? (own ?? county) : (county ?? own);
    if (code === undefined) {
      columns.refuse('bsm', f, `${why}，但不知道行政区代码，不能编号。`);
    } else if (last >= LAST_SERIAL) {
      columns.refuse('bsm', f, `${why}，但 8 位序号已经用完，不能编号。`);
    } else {
      const bsm = identifierOf(code, ++last);
      columns.setText('bsm', 'BSM', f, bsm, `${why}，改编为 ${bsm}。`);
    }
  }
}

/** Why features are to be numbered anew. */
function reasonsOf(faults: IdentifierFaults, prefix: string): Map<number, string> {
  const reasons = new Map<number, string>();
  const add = (features: Iterable<number>, why: string): void => {
    for (const f of features) reasons.set(f, why);
  };
  add(faults.length, '标识码的形式不对');
  add(faults.form, '标识码的形式不对');
  if (!faults.isOfAnotherRegion) add(faults.prefix, `标识码不以行政区代码 ${prefix} 开头`);
  add(faults.repeated.keys(), '标识码重复');
  return reasons;
}
