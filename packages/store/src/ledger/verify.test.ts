import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerContent, type LedgerRow, ledgerFields, nextRow } from './ledger-row.ts';
import { type SealDocument, sealDocument } from './seal.ts';
import { chainOf, someChain, someContent } from './testing.ts';
import { verifyLedger } from './verify.ts';

const AT = '2026-11-26T00:00:00.000000Z';

/** A seal of the chains' last rows. */
const sealed = (...chains: readonly (readonly LedgerRow[])[]): SealDocument =>
  sealDocument(
    AT,
    'sm3',
    chains.map((chain) => chain.at(-1)!),
  );

/** The chain with other contents from a row on, all hashes computed again. */
const rehashed = (chain: readonly LedgerRow[], from: number, reason: string): LedgerRow[] =>
  chainOf(chain.map((row, i) => (i === from ? { ...row, reason } : row)));

const breaksOf = async (
  rows: readonly unknown[],
  seals?: readonly SealDocument[],
): Promise<(readonly [scope: string | null, seq: number | null, fault: string])[]> =>
  (await verifyLedger(rows, seals)).breaks.map(({ scope, seq, fault }) => [scope, seq, fault]);

const PLAN = someContent.scope;

describe('verifyLedger', () => {
  it('finds an untouched ledger sound, with and without seals, and tells where each chain ends', async () => {
    const [plan, accounts] = [someChain(5), someChain(3, 'accounts')];
    const early = sealed(plan.slice(0, 2));
    const found = await verifyLedger([...plan, ...accounts], [early, sealed(plan.slice(0, 4))]);
    expect(found).toEqual({
      sound: true,
      rows: 8,
      chains: [
        { scope: 'accounts', rows: 3, head: accounts[2]!.hash, sealedTo: 0, sound: true },
        { scope: PLAN, rows: 5, head: plan[4]!.hash, sealedTo: 4, sound: true },
      ],
      breaks: [],
    });
    expect((await verifyLedger([])).sound).toBe(true);
  });

  it('follows a chain from one algorithm to another', async () => {
    const contents = someChain(4).map((row, i) => ({ ...row, algorithm: i < 2 ? 'sm3' : 'sha256' }) as const);
    expect(await breaksOf(chainOf(contents))).toEqual([]);
  });

  const edits: Readonly<Record<keyof LedgerRow, unknown>> = {
    scope: 'plan:999999',
    seq: 4,
    at: '2026-11-25T08:30:00.123457Z',
    actor: '李工',
    origin: '10.1.2.4',
    verb: 'plan.publish',
    object: '230882@9',
    before: 'cd'.repeat(32),
    after: null,
    reason: '',
    algorithm: 'sha256',
    prevHash: '0'.repeat(64),
    hash: '0'.repeat(64),
  };

  it.each(ledgerFields.filter((field) => field !== 'scope'))(
    'finds an edit of %s at its row',
    async (field) => {
      const rows = someChain(5).map((row, i) => (i === 2 ? { ...row, [field]: edits[field] } : row));
      expect(await breaksOf(rows)).toEqual([[PLAN, 3, 'altered']]);
    },
  );

  it('finds a row put into another scope in both', async () => {
    const rows = someChain(5).map((row, i) => (i === 2 ? { ...row, scope: 'plan:999999' } : row));
    expect(await breaksOf(rows)).toEqual([
      [PLAN, 3, 'missing'],
      ['plan:999999', 1, 'altered'],
    ]);
  });

  it('finds an edit whose hash was computed again at the row that no longer follows', async () => {
    const rows = someChain(5);
    rows[2] = nextRow(rows[1], { ...rows[2]!, reason: '另一个理由' });
    expect(await breaksOf(rows)).toEqual([[PLAN, 4, 'unlinked']]);
  });

  it.each([0, 2])('finds the deletion of row %i', async (i) => {
    expect(await breaksOf(someChain(5).toSpliced(i, 1))).toEqual([[PLAN, i + 1, 'missing']]);
  });

  it('finds a deletion that was renumbered at its row', async () => {
    const rows = someChain(5)
      .toSpliced(2, 1)
      .map((row, i) => ({ ...row, seq: i + 1 }));
    expect(await breaksOf(rows)).toEqual([[PLAN, 3, 'altered']]);
  });

  it('finds inserted rows: a copy, a forged one, and a forged one with a right hash', async () => {
    const rows = someChain(5);
    expect(await breaksOf(rows.toSpliced(3, 0, rows[2]!))).toEqual([[PLAN, 3, 'inserted']]);
    const forged = { ...rows[3]!, reason: '伪造' };
    expect(await breaksOf(rows.toSpliced(3, 0, forged))).toEqual([[PLAN, 4, 'altered']]);
    expect(await breaksOf(rows.toSpliced(3, 0, nextRow(rows[2], forged)))).toEqual([[PLAN, 4, 'inserted']]);
  });

  it('finds rows in another order: neighbours, one moved back, one moved forward', async () => {
    const rows = someChain(6);
    const moved = (from: number, to: number): LedgerRow[] =>
      rows.toSpliced(from, 1).toSpliced(to, 0, rows[from]!);
    for (const [from, to] of [
      [2, 3],
      [2, 5],
      [5, 2],
    ] as const) {
      expect(await breaksOf(moved(from, to)), `${from} to ${to}`).toEqual([[PLAN, 3, 'reordered']]);
    }
  });

  it('finds a cut tail by a seal only', async () => {
    const rows = someChain(5);
    const seal = sealed(rows);
    expect(await breaksOf(rows.slice(0, 3))).toEqual([]);
    expect(await breaksOf(rows.slice(0, 3), [seal])).toEqual([[PLAN, 4, 'cut']]);
    expect(await breaksOf([], [seal])).toEqual([[PLAN, 1, 'cut']]);
  });

  it('finds a tail with all hashes computed again by a seal only, at the row that was sealed', async () => {
    const rows = someChain(6);
    const forged = rehashed(rows, 2, '另一个理由');
    expect(await breaksOf(forged)).toEqual([]);
    const seals = [sealed(rows.slice(0, 2)), sealed(rows.slice(0, 4))];
    expect(await breaksOf(forged, seals)).toEqual([[PLAN, 4, 'replaced']]);
    expect((await verifyLedger(forged, seals)).chains[0]!.sealedTo).toBe(2);
  });

  it('tells seals that contradict each other', async () => {
    const rows = someChain(4);
    const seals = [sealed(rows), sealed(rehashed(rows, 1, '另一个理由'))];
    expect(await breaksOf(rows, seals)).toEqual([[PLAN, 4, 'replaced']]);
  });

  it('names the first break of every chain, and rows that are none by their number', async () => {
    const rows: unknown[] = [...someChain(3), ...someChain(3, 'accounts')];
    rows[4] = { ...(rows[4] as LedgerRow), reason: 'x' };
    rows[2] = undefined;
    const { breaks, sound } = await verifyLedger(rows);
    expect(sound).toBe(false);
    expect(breaks.map(({ scope, seq, row, fault }) => [scope, seq, row, fault])).toEqual([
      [null, null, 3, 'unreadable'],
      ['accounts', 2, 5, 'altered'],
    ]);
  });

  it('lets nothing in a name steer the terminal', async () => {
    const { breaks } = await verifyLedger(someChain(2, 'a\u001b[2J\u009b').slice(1));
    expect(breaks[0]!.message).toBe('a\ufffd[2J\ufffd 第 1 行：缺少这一行，被删除了');
  });
});

const text = fc.string({ unit: 'binary', maxLength: 12 });
const content: fc.Arbitrary<LedgerContent> = fc.record({
  scope: fc.constant(PLAN),
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  actor: text,
  origin: text,
  verb: text,
  object: text,
  before: fc.option(text),
  after: fc.option(text),
  reason: text,
  algorithm: fc.constantFrom('sm3', 'sha256'),
});
const ledger = fc
  .array(fc.array(content, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 })
  .map((chains) => chains.map((rows, i) => chainOf(rows.map((row) => ({ ...row, scope: `chain:${i}` })))));

interface Tampering {
  readonly rows: readonly LedgerRow[];
  /** Where it must be found. */
  readonly seq: number;
}

/** Something done to row `at` of a chain, with the chance `r` where there is a choice; undefined where it changes nothing. */
type Tamper = (chain: readonly LedgerRow[], at: number, r: number) => Tampering | undefined;

const tamperings: Readonly<Record<string, Tamper>> = {
  edit: (chain, at, r) => {
    const fields = ledgerFields.filter((name) => !['scope', 'seq', 'algorithm'].includes(name));
    const field = fields[r % fields.length]!;
    const old = chain[at]![field];
    const value = /hash/i.test(field) ? '0'.repeat(64) : `${old}x`;
    return { rows: chain.with(at, { ...chain[at]!, [field]: value }), seq: at + 1 };
  },
  renumber: (chain, at, r) => ({
    rows: chain.with(at, { ...chain[at]!, seq: at + 2 + (r % 5) }),
    seq: at + 1,
  }),
  delete: (chain, at) => ({ rows: chain.toSpliced(at, 1), seq: at + 1 }),
  insert: (chain, at, r) => {
    const copy = r % chain.length;
    return { rows: chain.toSpliced(at, 0, chain[copy]!), seq: Math.min(at, copy) + 1 };
  },
  swap: (chain, at, r) => {
    const other = r % chain.length;
    if (other === at) return undefined;
    return { rows: chain.with(at, chain[other]!).with(other, chain[at]!), seq: Math.min(at, other) + 1 };
  },
  cut: (chain, at) => ({ rows: chain.slice(0, at), seq: at + 1 }),
  rehash: (chain, at) => ({
    rows: rehashed(chain, at, `${chain[at]!.reason}x`),
    seq: chain.length,
  }),
};

describe('verifyLedger, whatever the ledger', () => {
  it('finds it sound when untouched, and in any interleaving of its chains', () =>
    fc.assert(
      fc.asyncProperty(ledger, fc.infiniteStream(fc.nat()), async (chains, chances) => {
        const left = chains.map((chain) => [...chain]);
        const rows: LedgerRow[] = [];
        while (left.some((chain) => chain.length > 0)) {
          const some = left.filter((chain) => chain.length > 0);
          rows.push(some[chances.next().value % some.length]!.shift()!);
        }
        expect((await verifyLedger(rows, [sealed(...chains)])).breaks).toEqual([]);
      }),
    ));

  it.each(Object.entries(tamperings))('finds tampering at its row, and nothing else: %s', (_, tamper) =>
    fc.assert(
      fc.asyncProperty(ledger, fc.nat(), fc.nat(), fc.nat(), async (chains, which, at, r) => {
        const victim = which % chains.length;
        const chain = chains[victim]!;
        const tampering = tamper(chain, at % chain.length, r);
        fc.pre(tampering !== undefined);
        const rows = chains.with(victim, [...tampering.rows]).flat();
        const { breaks } = await verifyLedger(rows, [sealed(...chains)]);
        expect(breaks.map(({ scope, seq }) => [scope, seq])).toEqual([[`chain:${victim}`, tampering.seq]]);
      }),
      { numRuns: 200 },
    ),
  );
});
