/** 32-bit hash of a point by the four halves of its two doubles. */
export function hashWords(xLow: number, xHigh: number, yLow: number, yHigh: number): number {
  let h = Math.imul(xLow ^ Math.imul(xHigh, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h ^ yLow ^ Math.imul(yHigh, 0x27d4eb2f), 0xc2b2ae35);
  return h ^ (h >>> 14);
}
