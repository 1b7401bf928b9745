import {
  type DeliveredDatabase,
  identifierOf,
  LAST_SERIAL,
  parseDeliveryName,
  serialOf,
} from '@tuheng/standard';
import { countyCodeOf, mostFrequent } from '../county-code.ts';
import { filled } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { InspectionContext } from '../inspection-context.ts';
import type { ColumnDraft } from './column-draft.ts';

/**
 * Numbers the features of a database anew whose BSM is missing, malformed (not of the length A-05 asks for; in WHC not region, 0000 and
 * serial) or used before: the first to hold a number keeps it. Numbers go on after the largest serial of the database, with the county's
 * code, or in the plan of a city with the feature's own.
 */
export function renumber(
  database: DeliveredDatabase,
  layers: readonly ColumnDraft[],
  context: InspectionContext,
): void {
  if (context.effective.offReason('A-05') !== undefined) return;
  const length = context.number('A-05', 'length');
  const used = new Set<string>();
  const wrong: { readonly columns: ColumnDraft; readonly f: number; readonly why: string }[] = [];
  const prefixes = new Map<string, number>();
  let last = 0;
  for (const columns of layers) {
    const { layer } = columns;
    if (!layer.hasField('BSM')) continue;
    const isFormed = formOf(layer, length);
    for (let f = 0; f < layer.count; f++) {
      const bsm = filled(layer, 'BSM', f);
      if (bsm !== null && isFormed(bsm)) {
        last = Math.max(last, serialOf(bsm));
        const prefix = /^\d{6}/.exec(bsm)?.[0];
        if (prefix !== undefined) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
        if (!used.has(bsm)) used.add(bsm);
        else wrong.push({ columns, f, why: '标识码重复' });
      } else wrong.push({ columns, f, why: bsm === null ? '缺少标识码' : '标识码的形式不对' });
    }
  }
  const name = parseDeliveryName(database.name);
  const county = countyCodeOf(database, context.layers) ?? name?.adcode ?? mostFrequent(prefixes);
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

function formOf({ delivered }: InspectedLayer, length: number): (bsm: string) => boolean {
  return delivered.part === 'change' ? (bsm) => /^\d{6}0{4}\d{8}$/.test(bsm) : (bsm) => bsm.length === length;
}
