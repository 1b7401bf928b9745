const LONGEST = 40;

/** A value of the data in a sentence: quoted, on one line, cut where it is long. */
export function shown(value: string): string {
  const start = value.slice(0, LONGEST).replace(/\s+/g, ' ');
  return `“${start}${value.length > LONGEST ? '…' : ''}”`;
}

/** What stands in a result of a value: whole, but for a value no field of the standard could hold. */
export function bounded(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
