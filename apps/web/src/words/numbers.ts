/** How figures are written for people. Areas come in m² and are shown in hectares (公顷) with 4 decimals or 亩 with 2, as the plan's tables have them. */

const ha = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 4, maximumFractionDigits: 4 });
const haShort = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('zh-CN');

/** m² of one 亩 (2000/3). */
const MU = 2000 / 3;

/** `1,234.5678`, hectares of so many m². */
export const hectares = (m2: number): string => ha.format(m2 / 10_000);
/** `1,234.57`, hectares of so many m², where space is short. */
export const hectaresShort = (m2: number): string => haShort.format(m2 / 10_000);
/** `18,518.52`, 亩 of so many m². */
export const mu = (m2: number): string => haShort.format(m2 / MU);
/** `12,345` */
export const count = (n: number): string => whole.format(n);
/** `1.6 MB` */
export function bytes(n: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let [value, unit] = [n, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}
/** `1,234.57`, a length in metres. */
export const metres = (m: number): string => haShort.format(m);
