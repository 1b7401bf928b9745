/** Digits of the serial at the end of a BSM. */
const SERIAL = 8;

/** A BSM: region code (6), `0000`, serial (8) (standards.md §2.2). A region that is not known is written as zeros. */
export function identifierOf(region: string | null, serial: number): string {
  return `${(region ?? '').slice(0, 6).padEnd(6, '0')}0000${String(serial).padStart(SERIAL, '0')}`;
}

/** The serial of a BSM: its last eight digits; 0 where it does not end in a number. */
export function serialOf(bsm: string): number {
  const serial = Number(bsm.slice(-SERIAL));
  return Number.isInteger(serial) && serial > 0 ? serial : 0;
}

/** The largest serial there is room for. */
export const LAST_SERIAL = 10 ** SERIAL - 1;
