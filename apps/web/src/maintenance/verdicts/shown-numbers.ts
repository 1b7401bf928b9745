/**
 * The numbers of pieces that have room: the first ones, those around the one that is lit, and the last; null where some are left out. From 0.
 *
 * @param most how many there is room for, at least 7
 */
export function shownNumbers(count: number, lit: number | undefined, most: number): (number | null)[] {
  if (count <= most) return Array.from({ length: count }, (_, n) => n);
  const last = count - 1;
  // The last number and two gaps at most take room, too.
  const width = most - 4;
  const from = Math.min(Math.max(0, (lit ?? 0) - Math.floor(width / 2)), last - width);
  if (from <= 1) return [...Array.from({ length: most - 2 }, (_, n) => n), null, last];
  const to = from + width;
  const middle = Array.from({ length: width }, (_, i) => from + i);
  if (to >= last) return [0, null, ...Array.from({ length: most - 2 }, (_, i) => count - (most - 2) + i)];
  return [0, null, ...middle, null, last];
}
