const two = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const four = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 4 });
const whole = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 });

const SQUARE_METRES_PER_HECTARE = 10_000;
const MU_PER_HECTARE = 15;
/** Below a tenth of a hectare two decimals say too little: the area is told in m². */
const SMALL = 1000;

/** m² as hectares with two decimals, without unit. */
export function hectares(area: number): string {
  return two.format(area / SQUARE_METRES_PER_HECTARE);
}

/** m² as 亩 with two decimals, without unit (1 ha = 15 亩). */
export function mu(area: number): string {
  return two.format((area / SQUARE_METRES_PER_HECTARE) * MU_PER_HECTARE);
}

export function squareMetres(area: number): string {
  return `${two.format(area)} m²`;
}

/** An area for people: hectares, or m² where it is small. */
export function areaText(area: number): string {
  return area !== 0 && Math.abs(area) < SMALL ? squareMetres(area) : `${hectares(area)} ha`;
}

export function count(value: number): string {
  return whole.format(value);
}

/** Figures of one measure in one unit: areas in hectares, or in m² where all of them are small. */
export function figures(
  values: readonly (number | null)[],
  unit: string,
): { readonly texts: string[]; readonly unit: string } {
  const known = values.filter((value) => value !== null);
  const small =
    unit === 'm²' && known.some((value) => value !== 0) && known.every((value) => Math.abs(value) < SMALL);
  const format = (value: number): string =>
    unit !== 'm²' ? four.format(value) : small ? two.format(value) : hectares(value);
  return {
    texts: values.map((value) => (value === null ? '—' : format(value))),
    unit: unit === 'm²' ? (small ? 'm²' : 'ha') : unit,
  };
}
