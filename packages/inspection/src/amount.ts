/**
 * An amount above zero after a Chinese word, with `digits` decimals: ` 0.35 mm` with the blank between word and number, or `不足 0.01 mm`,
 * so that what is small never reads as nothing.
 */
export function amount(value: number, digits: number, unit: string): string {
  const least = 10 ** -digits;
  const [word, number] = value < least ? ['不足', least] : ['', value];
  return `${word} ${number.toFixed(digits)} ${unit}`.trimEnd();
}

/** A distance in metres, told in millimetres. */
export function millimetres(metres: number): string {
  return amount(metres * 1000, 2, 'mm');
}
