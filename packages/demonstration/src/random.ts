/** A reproducible source of numbers: the same seed and name give the same sequence on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** In [low, high). */
  between(low: number, high: number): number;
  /** Integer in [0, n). */
  integer(n: number): number;
}

/** A sequence of its own for each `name`, so that one part of the county does not shift another. */
export function createRandom(seed: number, name: string): Random {
  let state = hashText(name, seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (n) => Math.floor(next() * n),
  };
}

/** A number in [0, 1) that depends on `key` alone: for choices that must not hang on the order of asking. */
export function chance(seed: number, key: number): number {
  return mix(Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(key | 0, 0x85ebca6b)) / 4294967296;
}

function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

function mix(value: number): number {
  let t = Math.imul(value ^ (value >>> 15), value | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}
