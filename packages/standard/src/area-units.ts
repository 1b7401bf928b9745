/** Units that areas are written in, in m². */
export const squareMetres: Readonly<Record<string, number>> = {
  'm²': 1,
  ha: 10_000,
  公顷: 10_000,
  'km²': 1_000_000,
  亩: 10_000 / 15,
  万亩: 1e8 / 15,
};

export function isAreaUnit(unit: string): boolean {
  return Object.hasOwn(squareMetres, unit);
}

/** How many m² an area unit has; undefined for what is none. */
export function squareMetresOf(unit: string): number | undefined {
  return isAreaUnit(unit) ? squareMetres[unit] : undefined;
}
