import type { Provenance } from '../provenance.ts';
import conversion from './land-use-2020-to-2023.json' with { type: 'json' };
import classes2023 from './land-use-2023.json' with { type: 'json' };

/** The edition of the classification: the same number can mean different things in the two. */
export type SchemeYear = 2020 | 2023;

/** A class of 《国土空间调查、规划、用途管制用地用海分类指南》 (2023). */
export interface LandUseClass extends Provenance {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parent: string | null;
  /** National colour, #RRGGBB. */
  readonly hex: string;
  readonly year: SchemeYear;
}

const provenance: Provenance = {
  source: '自然资发〔2023〕234号；代码表 standards.md §4.2（CCT）',
  confidence: 'found',
};

const classes = new Map<string, LandUseClass>(
  classes2023.map((row) => [row.code, { ...row, year: 2023, ...provenance }]),
);
const from2020 = new Map(conversion.map(({ code2020, code2023 }) => [code2020, code2023]));

/** All classes of 2023, in the order of their codes. */
export function landUseClasses(): readonly LandUseClass[] {
  return [...classes.values()];
}

/**
 * The class a code names in an edition. A code of 2020 is told by the class of 2023 that it became; its name of 2020 is not in
 * the tables.
 */
export function landUseClass(code: string, year: SchemeYear): LandUseClass | undefined {
  if (year === 2023) return classes.get(code);
  const converted = toScheme2023(code);
  return converted === undefined ? undefined : classes.get(converted);
}

/** The code of 2023 for a code of 2020. */
export function toScheme2023(code2020: string): string | undefined {
  return from2020.get(code2020);
}

/**
 * A code as the classification writes it: some databases pad to six digits (`070100`, `010000`). Trailing `00` pairs are taken
 * off while at least two digits remain; anything that is not digits stays as it is, but for surrounding spaces.
 */
export function normalizeLandUseCode(raw: string): string {
  let code = raw.trim();
  if (!/^\d+$/.test(code)) return code;
  while (code.length > 2 && code.length % 2 === 0 && code.endsWith('00')) code = code.slice(0, -2);
  return code;
}
