import { genesisOf, hashOf, isLedgerRow, type LedgerRow } from './ledger-row.ts';
import type { Seal, SealDocument } from './seal.ts';

/** What is wrong with a row, and the words for it. */
const faultWords = {
  unreadable: '不是台账的一行，格式被改动过',
  altered: '哈希与内容不符，内容或哈希被改动过',
  missing: '缺少这一行，被删除了',
  reordered: '不在它的位置上，行的次序被改动过',
  inserted: '序号已经用过，多出了一行',
  unlinked: '接不上前一行的哈希：前一行被换过，或这一行是插入的',
  replaced: '与封存时不同：这一行或它以前的行被换过，哈希也重算过',
  cut: '封存时有这一行，现在没有：末尾被截去了',
} as const;

export type LedgerFault = keyof typeof faultWords;

/** Where a chain breaks first. */
export interface LedgerBreak {
  /** Null where the row does not tell. */
  readonly scope: string | null;
  /** The place in the chain; null where the row does not tell. */
  readonly seq: number | null;
  /** Which of the rows given, counted from 1; null for one that is not there. */
  readonly row: number | null;
  readonly fault: LedgerFault;
  /** For people. */
  readonly message: string;
}

export interface VerifiedChain {
  readonly scope: string;
  readonly rows: number;
  /** Hash of the last row that holds; null where none does. */
  readonly head: string | null;
  /** The last row that holds and that a seal speaks of; 0 without one. */
  readonly sealedTo: number;
  readonly sound: boolean;
}

export interface LedgerVerification {
  readonly sound: boolean;
  readonly rows: number;
  /** By scope. */
  readonly chains: readonly VerifiedChain[];
  /** The first of every scope, and every row that cannot be read. */
  readonly breaks: readonly LedgerBreak[];
}

/**
 * Checks the chains of a ledger: that every row has the hash of its content, follows the one before it, and is what was sealed. It needs nothing
 * but the rows; a tail that was cut off or written anew with new hashes shows only by a seal that was kept elsewhere.
 *
 * @param rows rows of any scopes, each scope in its order; what is no row is told as such
 * @param seals all that are at hand, of whatever age
 */
export async function verifyLedger(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  seals: readonly SealDocument[] = [],
): Promise<LedgerVerification> {
  const chains = new Map<string, Chain>();
  const chainOf = (scope: string): Chain => {
    const chain = chains.get(scope) ?? new Chain(scope);
    chains.set(scope, chain);
    return chain;
  };
  for (const seal of seals.flatMap((document) => document.seals)) chainOf(seal.scope).expect(seal);
  const unreadable: LedgerBreak[] = [];
  let count = 0;
  for await (const row of rows) {
    count++;
    if (isLedgerRow(row)) chainOf(row.scope).add(row, count);
    else unreadable.push(breakOf('unreadable', null, null, count));
  }
  const sorted = [...chains.values()].sort((a, b) => (a.scope < b.scope ? -1 : 1));
  for (const chain of sorted) chain.end();
  const breaks = [...unreadable, ...sorted.flatMap((chain) => chain.broken ?? [])];
  return { sound: breaks.length === 0, rows: count, chains: sorted.map((chain) => chain.verified), breaks };
}

/** One scope, as far as it was read. */
class Chain {
  readonly scope: string;
  broken: LedgerBreak | undefined;
  #tail: LedgerRow | undefined;
  #rows = 0;
  #sealedTo = 0;
  /** Hashes by place: two seals of one place may differ, and then one of them does not hold. */
  readonly #seals = new Map<number, Set<string>>();

  constructor(scope: string) {
    this.scope = scope;
  }

  expect({ seq, hash }: Seal): void {
    this.#seals.set(seq, (this.#seals.get(seq) ?? new Set()).add(hash));
  }

  add(row: LedgerRow, position: number): void {
    this.#rows++;
    if (this.broken) {
      // The row that was missing comes later.
      if (this.broken.fault === 'missing' && row.seq === this.broken.seq && hashOf(row) === row.hash)
        this.broken = breakOf('reordered', this.scope, row.seq, position);
      return;
    }
    const fault = this.#faultOf(row);
    if (fault === undefined) {
      this.#tail = row;
      if (this.#seals.has(row.seq)) this.#sealedTo = row.seq;
    } else {
      // A row whose hash holds tells its own number; otherwise the place tells it.
      const seq = fault === 'inserted' ? row.seq : this.#next;
      this.broken = breakOf(fault, this.scope, seq, fault === 'missing' ? null : position);
    }
  }

  end(): void {
    const cut = [...this.#seals.keys()].some((seq) => seq >= this.#next);
    if (!this.broken && cut) this.broken = breakOf('cut', this.scope, this.#next, null);
  }

  get verified(): VerifiedChain {
    return {
      scope: this.scope,
      rows: this.#rows,
      head: this.#tail?.hash ?? null,
      sealedTo: this.#sealedTo,
      sound: this.broken === undefined,
    };
  }

  get #next(): number {
    return (this.#tail?.seq ?? 0) + 1;
  }

  #faultOf(row: LedgerRow): LedgerFault | undefined {
    if (hashOf(row) !== row.hash) return 'altered';
    if (row.seq > this.#next) return 'missing';
    if (row.seq < this.#next) return 'inserted';
    if (row.prevHash !== (this.#tail?.hash ?? genesisOf(this.scope, row.algorithm))) return 'unlinked';
    const sealed = this.#seals.get(row.seq);
    if (sealed && (sealed.size > 1 || !sealed.has(row.hash))) return 'replaced';
    return undefined;
  }
}

function breakOf(
  fault: LedgerFault,
  scope: string | null,
  seq: number | null,
  row: number | null,
): LedgerBreak {
  const where = scope === null ? `第 ${row} 条记录` : `${printable(scope)} 第 ${seq} 行`;
  return { scope, seq, row, fault, message: `${where}：${faultWords[fault]}` };
}

/** A scope comes from a file that anybody may have written: nothing in it may steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\ufffd');
}
