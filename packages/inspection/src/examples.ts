/** How many examples a systematic cause shows. */
const EXAMPLES = 3;

/** The first of the features a cause is seen in, for its examples. */
export function firstFew<T>(items: Iterable<T>): T[] {
  const few: T[] = [];
  for (const item of items) {
    few.push(item);
    if (few.length === EXAMPLES) break;
  }
  return few;
}
