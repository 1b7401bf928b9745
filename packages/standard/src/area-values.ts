import type { LayerSpec } from './layers/spec.ts';

/**
 * What the area fields of a feature hold, m² with 2 decimals, in the order of the layer's record: the gross area, or less the share KCXS;
 * where a layer has net areas, KCMJ the difference (standards.md §2.4.5: KCMJ = TBMJ × KCXS, TBDLMJ = TBMJ − KCMJ).
 *
 * @param gross m²
 * @param share KCXS, 0 … 1
 */
export function areaValues(
  { areaFields, netAreaFields }: Pick<LayerSpec, 'areaFields' | 'netAreaFields'>,
  gross: number,
  share: number,
): [field: string, value: number][] {
  const area = roundArea(gross);
  const deducted = roundArea(area * share);
  const values: [string, number][] = areaFields.map((field) => [
    field,
    netAreaFields.includes(field) ? roundArea(area - deducted) : area,
  ]);
  if (netAreaFields.length > 0) values.push(['KCMJ', deducted]);
  return values;
}

/** 0.01 m², as databases store areas (standards.md §7.5). */
export function roundArea(area: number): number {
  return Math.round(area * 100) / 100;
}
