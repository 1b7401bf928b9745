import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Argon2id = 2: the library's enum is ambient and cannot be named where types are only stripped. */
const ARGON2ID = 2;

/**
 * OWASP Password Storage Cheat Sheet, Argon2id: "a minimum configuration of 19 MiB of memory, an iteration count of 2, and 1 degree of
 * parallelism" (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html).
 */
const cost = {
  /** KiB. */
  memoryCost: 19 * 1024,
  timeCost: 2,
  parallelism: 1,
} as const;

/** The same letters typed on another keyboard give the same password. */
const normal = (password: string): string => password.normalize('NFKC');

/** @returns PHC form, with its parameters and salt */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), { algorithm: ARGON2ID, ...cost });
}

export function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, normal(password));
}

/** Whether a hash was made with other parameters than today's. */
export function needsRehash(hashed: string): boolean {
  const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(hashed);
  return (
    algorithm !== ARGON2ID ||
    memoryCost !== cost.memoryCost ||
    timeCost !== cost.timeCost ||
    parallelism !== cost.parallelism
  );
}
