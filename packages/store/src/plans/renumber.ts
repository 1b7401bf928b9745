import { identifierOf, LAST_SERIAL, type Layer, serialOf, textAt } from '@tuheng/standard';
import type { Session } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { isNumbered } from './layer-content.ts';
import type { LayerEdit } from './plan-change.ts';
import { layersOf, notEnded } from './stored-layers.ts';

/**
 * The numbers (BSM) under which the features of a change open. A feature keeps the number it was delivered with, unless one that stays has it:
 * deliveries are numbered anew each time. Then it gets the next after the largest the plan ever had, as the maintenance database does
 * (standards.md §2.2).
 *
 * @param standing the version in the making, with all that ends ended
 * @returns by edit, a number or null for each of its opened rows
 * @throws StoreError store.numbers-used-up
 */
export async function numbersOfOpened(
  session: Session,
  plan: { readonly id: number; readonly code: string; readonly region: string },
  standing: number,
  edits: readonly LayerEdit[],
): Promise<(string | null)[][]> {
  const own = edits.map(({ head, maintained, opened }) =>
    opened.map((f) => (isNumbered(head.fields) ? textAt(maintained, 'BSM', f) : null)),
  );
  const layers = (await layersOf(session, plan.id, standing - 1)).map(({ id }) => id);
  const taken = await session.query<{ bsm: string }>(
    `SELECT DISTINCT f.bsm FROM feature f WHERE f.layer = ANY($1::int[]) AND f.bsm = ANY($2::text[]) AND ${notEnded(standing)}`,
    [layers, own.flat().filter((bsm) => bsm !== null)],
  );
  const used = new Set(taken.map(({ bsm }) => bsm));
  let last: number | undefined;
  const numbers: (string | null)[][] = [];
  for (const [e, { maintained, opened }] of edits.entries()) {
    const list: (string | null)[] = [];
    for (const [i, f] of opened.entries()) {
      const bsm = own[e]![i]!;
      if (bsm === null || !used.has(bsm)) {
        if (bsm !== null) used.add(bsm);
        list.push(bsm);
        continue;
      }
      last ??= await lastSerial(session, plan.id, own.flat());
      if (++last > LAST_SERIAL) throw new StoreError('store.numbers-used-up', plan.code);
      list.push(identifierOf(regionOf(maintained, f) ?? plan.region, last));
    }
    numbers.push(list);
  }
  return numbers;
}

/** The largest serial of the plan, in all its versions, and of what is to come. */
async function lastSerial(
  session: Session,
  plan: number,
  coming: readonly (string | null)[],
): Promise<number> {
  // By their bytes: comparing as text of a language and matching digits takes five times as long. What is no number sorts after all digits.
  const [row] = await session.query<{ last: string | null }>(
    `SELECT max(right(f.bsm, 8) COLLATE "C") AS last FROM feature f JOIN layer l ON l.id = f.layer
     WHERE l.plan = $1 AND octet_length(f.bsm) = 18 AND right(f.bsm, 8) COLLATE "C" < ':'`,
    [plan],
  );
  return coming.reduce(
    (last, bsm) => Math.max(last, bsm === null ? 0 : serialOf(bsm)),
    Number(row?.last ?? 0),
  );
}

function regionOf(layer: Layer, f: number): string | undefined {
  return /^\d{6}/.exec(textAt(layer, 'XZQDM', f) ?? '')?.[0];
}
