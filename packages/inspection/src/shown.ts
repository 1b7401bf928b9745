const LONGEST = 40;

/** A value of the data in a sentence: quoted, on one line, cut where it is long. */
export function shown(value: string): string {
  const start = value.slice(0, LONGEST).replace(/\s+/g, ' ');
  return `“${start}${value.length > LONGEST ? '…' : ''}”`;
}
