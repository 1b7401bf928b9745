import { hash } from 'node:crypto';
import { copyRows } from '../database/copy-format.ts';

const MODULUS = 1n << 256n;

/**
 * Rows of a table and a digest of them that does not depend on their order, which a database does not keep: the sum, modulo 2^256, of the SHA-256
 * of each row as binary COPY writes it. It finds what was lost or altered by accident; it is no proof against forgery, that is the ledger's.
 */
export class TableDigest {
  #rows = 0;
  #sum = 0n;

  /** @param bytes a binary COPY @returns its rows */
  add(bytes: Uint8Array): number {
    const before = this.#rows;
    for (const row of copyRows(bytes)) {
      this.#sum = (this.#sum + BigInt(`0x${hash('sha256', row, 'hex')}`)) % MODULUS;
      this.#rows++;
    }
    return this.#rows - before;
  }

  get rows(): number {
    return this.#rows;
  }

  get hex(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }
}
