import { landUseClass, type SchemeYear } from '@tuheng/standard';
import { filled } from '../filled.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import { oncePerValue } from '../once-per-value.ts';

/** Which edition of the land-use classification a layer is coded by, and what tells it. */
export interface SchemeEvidence {
  readonly year: SchemeYear;
  /** Features, ascending, whose code (with its name) fits the edition of 2020 and not that of 2023. */
  readonly only2020: readonly number[];
}

/** So few pairs of the old edition are slips of the pen, not an edition. */
const FEWEST = 3;
const MOSTLY = 0.9;

const known = new WeakMap<InspectedLayer, SchemeEvidence>();

/**
 * The two editions use some numbers for different classes (standards.md §4.1), so the pairs of code and name that fit one edition alone
 * decide: 2020 where at least nine in ten of them fit that edition, and there are three or more. A code without a name counts for 2020
 * where 2023 has no such number. JQDLDM is not read: its codes may be those of the survey, which share numbers and names with 2020.
 */
export function landUseScheme(layer: InspectedLayer): SchemeEvidence {
  const before = known.get(layer);
  if (before) return before;
  const only2020: number[] = [];
  let only2023 = 0;
  const fitOf = oncePerValue((pair: string) => {
    const [code = '', name = ''] = pair.split('\n');
    const fits = (year: SchemeYear) => {
      const found = landUseClass(code, year);
      return found !== undefined && (name === '' || found.name === name);
    };
    return Number(fits(2023)) - Number(fits(2020));
  });
  const hasCodes = layer.hasField('YDYHFLDM');
  for (let f = 0; hasCodes && f < layer.count; f++) {
    const code = filled(layer, 'YDYHFLDM', f);
    if (code === null) continue;
    const fit = fitOf(`${code}\n${filled(layer, 'YDYHFLMC', f) ?? ''}`);
    if (fit < 0) only2020.push(f);
    else if (fit > 0) only2023++;
  }
  const is2020 = only2020.length >= FEWEST && only2020.length >= MOSTLY * (only2020.length + only2023);
  const evidence: SchemeEvidence = { year: is2020 ? 2020 : 2023, only2020 };
  known.set(layer, evidence);
  return evidence;
}
