import { hash } from 'node:crypto';

/** SM3 (GB/T 32905-2016), the default, or SHA-256 (FIPS 180-4). */
export type LedgerAlgorithm = 'sm3' | 'sha256';

export const ledgerAlgorithms: readonly LedgerAlgorithm[] = ['sm3', 'sha256'];

/** Digest of a text in UTF-8, 64 hex digits. */
export function digestOf(algorithm: LedgerAlgorithm, text: string): string {
  return hash(algorithm, text, 'hex');
}
