import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A random secret of 256 bits as text for URLs and headers. Only its digest is stored: so much chance needs no slow hash. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(BYTES).toString('base64url');
}

/** SHA-256 of a text. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
