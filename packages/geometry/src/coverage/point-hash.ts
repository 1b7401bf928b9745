/** A number read as its two 32-bit words. */
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

/** 32-bit hash of a point, over the bits of its coordinates; −0 counts as 0. */
export function hashPoint(x: number, y: number): number {
  number[0] = x + 0;
  let h = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  number[0] = y + 0;
  h = Math.imul(h ^ words[0]! ^ Math.imul(words[1]!, 0xc2b2ae3d), 0x27d4eb2f);
  h ^= h >>> 13;
  h = Math.imul(h, 0x165667b1);
  return h ^ (h >>> 16);
}
