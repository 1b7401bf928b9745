import { hectares, percent } from '../wording.ts';
import type { SiteLayer } from './site-report.ts';

/** Figures of a layer in sentences for people. */

/** m²: sums of rounded areas against a rounded sum. */
const ROUNDING = 0.1;

/** `1.20 公顷，占用地 24.00%，涉及 3 个图斑`. */
export function insideWords({ inside, touched }: SiteLayer): string {
  return `${hectares(inside.area)}，占用地 ${percent(inside.share)}，涉及 ${touched} 个图斑`;
}

/** What lies below the tolerance, as a clause to put behind; empty where there is nothing. */
export function noiseWords({ noise }: SiteLayer): string {
  return noise.pieces === 0
    ? ''
    : `；另有小于容差的缝隙 ${noise.pieces} 处、${hectares(noise.area)}，计为数据噪声`;
}

/** The classes with their areas: `农田保护区 1.20 公顷、村庄建设区 0.30 公顷`. */
export function classWords({ classes }: SiteLayer): string {
  return classes
    .map(({ class: { code, name }, area }) => `${[code, name].filter(Boolean).join(' ')} ${hectares(area)}`)
    .join('、');
}

/** Ground inside under features without a class, m²; what is left by rounding is none. */
export function unclassed({ inside, classes }: SiteLayer): number {
  const rest = inside.area - classes.reduce((sum, { area }) => sum + area, 0);
  return rest > ROUNDING ? rest : 0;
}
