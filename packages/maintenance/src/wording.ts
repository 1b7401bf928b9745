/** Figures in sentences for people. */

const grouped = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const fine = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 4, maximumFractionDigits: 4 });

/** m² as hectares; small areas also in m², so that a sliver does not read as zero. */
export function hectares(area: number): string {
  return Math.abs(area) < 1000 && area !== 0
    ? `${fine.format(area / 10_000)} 公顷（${grouped.format(area)} m²）`
    : `${grouped.format(area / 10_000)} 公顷`;
}

/** Difference of two areas in m², signed. */
export function difference(area: number): string {
  return `${area < 0 ? '减少' : '增加'} ${hectares(Math.abs(area))}`;
}

/** A share with two decimals. */
export function percent(share: number): string {
  return `${grouped.format(share * 100)}%`;
}

export function decimal(value: number, digits = 2): string {
  return value.toFixed(digits);
}
