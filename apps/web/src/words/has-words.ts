/** Whether all words stand in a text, in whatever order. Both are in lower case. */
export const hasWords = (text: string, wanted: readonly string[]): boolean =>
  wanted.every((word) => text.includes(word));
