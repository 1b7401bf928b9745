import fc from 'fast-check';
import { expect } from 'vitest';
import type { Database } from '../database/database.ts';
import { StoreError } from '../errors.ts';
import { StaleBaseError } from '../plans/conflicts.ts';
import { importPlan } from '../plans/import-plan.ts';
import { publish } from '../plans/publish.ts';
import { readVersion } from '../plans/read-version.ts';
import { rollBack } from '../plans/roll-back.ts';
import { verifyVersions } from '../plans/verify-versions.ts';
import { planOfSquares, publication, type Square, square, squaresOf, tester } from './plans.ts';

/** One step: a publication made from some version, or a rollback to one; numbers are taken modulo what there is. */
type Step =
  | {
      readonly kind: 'publish';
      readonly age: number;
      readonly edits: readonly Edit[];
      readonly renumber: boolean;
    }
  | { readonly kind: 'rollback'; readonly to: number };

interface Edit {
  readonly kind: 'add' | 'remove' | 'reclassify';
  readonly place: number;
  readonly zone: string;
}

/** Places of squares in the county of these tests. */
const PLACES = 40;
const COLUMNS = 8;

const edit = fc.record<Edit>({
  kind: fc.constantFrom('add', 'remove', 'reclassify'),
  place: fc.nat(PLACES - 1),
  zone: fc.constantFrom('100', '300', '410', '520'),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      // Mostly the version in force.
      age: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(5) }),
      edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
      renumber: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rollback' as const), to: fc.nat(30) }) },
);

/** Histories of so many steps. */
export function histories(steps: number): fc.Arbitrary<Step[]> {
  return fc.array(step, { minLength: steps, maxLength: steps });
}

/** What stands on each place. */
type Ground = ReadonlyMap<number, string>;

/** A version of the model that the store is held against. */
interface Modelled {
  readonly ground: Ground;
  /** Places on which features ended or opened. */
  readonly touched: ReadonlySet<number>;
}

let plans = 0;

/**
 * Carries a history out on a new plan, beside a model that keeps every version whole; then every version must hold what the model says, read
 * back bit by bit as it did when it was published, have numbers that occur once, and the digest that was recorded.
 *
 * @returns steps that made a version
 */
export async function carryOut(database: Database, steps: readonly Step[]): Promise<number> {
  const code = `history-${++plans}`;
  const first = new Map(Array.from({ length: PLACES / 2 }, (_, place) => [2 * place, '520']));
  const model: Modelled[] = [{ ground: first, touched: new Set(first.keys()) }];
  await importPlan(database, tester, { plan: planOf(first), code, reason: '' });
  const read = [await readVersion(database, code)];
  for (const one of steps) {
    const next = await carryOutStep(database, code, one, model);
    if (!next) continue;
    model.push(next);
    read.push(await readVersion(database, code));
  }
  for (const [i, { ground }] of model.entries()) {
    const again = await readVersion(database, code, i + 1);
    expect(again).toEqual(read[i]);
    const squares = squaresOf(again);
    expect(groundOf(squares)).toEqual(ground);
    expect(new Set(squares.map(({ bsm }) => bsm)).size).toBe(squares.length);
  }
  for (const { version, content } of await verifyVersions(database, code))
    expect(content).toBe(version.content);
  return model.length - 1;
}

/** Carries one step out in the store and in the model; undefined where both refuse it. */
async function carryOutStep(
  database: Database,
  code: string,
  one: Step,
  model: readonly Modelled[],
): Promise<Modelled | undefined> {
  const head = model.at(-1)!;
  if (one.kind === 'rollback') {
    const to = one.to % model.length;
    const rolled = rollBack(database, tester, { code, to: to + 1, reason: '' });
    const { ground } = model[to]!;
    if ((await rolled.catch(codeOf)) === 'store.nothing-changed') {
      // Where only the numbers differ, the version stands again under the old ones.
      expect(ground).toEqual(head.ground);
      return undefined;
    }
    await rolled;
    return { ground, touched: touchedSince(model, to) };
  }
  const wanted = model[Math.max(0, model.length - 1 - one.age)]!.ground;
  // Of versions that hold the same the latest is taken for the base.
  const base = model.findLastIndex(({ ground }) => isSame(ground, wanted));
  const filed = await readVersion(database, code, base + 1);
  const ground = edited(wanted, one.edits);
  const maintained = planOfSquares(squaresFor(ground, squaresOf(filed), one.renumber));
  const published = await publish(database, tester, publication(code, filed, maintained)).catch(
    (error) => error,
  );
  if (published instanceof StaleBaseError) {
    expect(one.age).toBeGreaterThan(0);
    expect(carriedOver(model, base, ground)).toBeUndefined();
    return undefined;
  }
  if (published instanceof StoreError) {
    expect(published.code).toBe('store.nothing-changed');
    expect(ground).toEqual(wanted);
    return undefined;
  }
  if (published instanceof Error) throw published;
  const next = carriedOver(model, base, ground);
  expect(next).toBeDefined();
  return next;
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? String(error);
}

/**
 * The change from version `base` to `ground`, made to the version in force; undefined where it changes a feature that others have touched since,
 * or stands where others have built.
 */
function carriedOver(model: readonly Modelled[], base: number, ground: Ground): Modelled | undefined {
  const [from, head] = [model[base]!.ground, model.at(-1)!.ground];
  const others = touchedSince(model, base);
  const next = new Map(head);
  const touched = new Set<number>();
  for (let place = 0; place < PLACES; place++) {
    const [was, is] = [from.get(place), ground.get(place)];
    if (was === is) continue;
    if (was !== undefined ? others.has(place) : others.has(place) && head.has(place)) return undefined;
    touched.add(place);
    if (is === undefined) next.delete(place);
    else next.set(place, is);
  }
  return { ground: next, touched };
}

/** Places that versions after this one touched. */
function touchedSince(model: readonly Modelled[], version: number): Set<number> {
  return new Set(model.slice(version + 1).flatMap(({ touched }) => [...touched]));
}

function isSame(a: Ground, b: Ground): boolean {
  return a.size === b.size && [...a].every(([place, zone]) => b.get(place) === zone);
}

function edited(ground: Ground, edits: readonly Edit[]): Ground {
  const next = new Map(ground);
  for (const { kind, place, zone } of edits) {
    if (kind === 'remove') next.delete(place);
    else if (kind === 'add' || next.has(place)) next.set(place, zone);
  }
  return next;
}

/** Squares for a ground: with the numbers they had, or all with new ones. */
function squaresFor(ground: Ground, before: readonly Square[], renumber: boolean): Square[] {
  const numbers = new Map(before.map(({ column, row, bsm }) => [row * COLUMNS + column, bsm]));
  return [...ground].map(([place, zone], i) => {
    const made = squareAt(place, i + 1, zone);
    const own = renumber ? undefined : numbers.get(place);
    return own === undefined ? made : { ...made, bsm: own };
  });
}

function squareAt(place: number, serial: number, zone: string): Square {
  return square(place % COLUMNS, Math.floor(place / COLUMNS), serial, zone);
}

function planOf(ground: Ground): ReturnType<typeof planOfSquares> {
  return planOfSquares([...ground].map(([place, zone], i) => squareAt(place, i + 1, zone)));
}

function groundOf(squares: readonly Square[]): Ground {
  return new Map(
    squares
      .map(({ column, row, zone }): [number, string] => [row * COLUMNS + column, zone])
      .sort(([a], [b]) => a - b),
  );
}
