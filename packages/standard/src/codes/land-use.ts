import type { Confidence, Provenance } from '../provenance.ts';
import scheme2020 from './land-use-2020.json' with { type: 'json' };
import scheme2023 from './land-use-2023.json' with { type: 'json' };

/** The edition of the classification. The two reuse numbers for different classes: a code means nothing without it. */
export type SchemeYear = 2020 | 2023;

/** One class of the 用地用海分类. The provenance speaks for the name. */
export interface LandUseClass extends Provenance {
  readonly code: string;
  readonly name: string;
  readonly level: 1 | 2 | 3;
  readonly parent: string | null;
  /** National plan colour, 0–255; a class of 2020 has the colour of the class it became. */
  readonly rgb: readonly [number, number, number];
  readonly hex: string;
  readonly year: SchemeYear;
}

function landUse(
  code: string,
  name: string,
  hex: string,
  year: SchemeYear,
  provenance: Provenance,
): LandUseClass {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return {
    code,
    name,
    level: (code.length / 2) as 1 | 2 | 3,
    parent: code.length > 2 ? code.slice(0, -2) : null,
    rgb: [channel(1), channel(3), channel(5)],
    hex,
    year,
    source: provenance.source,
    confidence: provenance.confidence,
  };
}

const found = (source: string): Provenance => ({ source, confidence: 'found' satisfies Confidence });

const classes2023 = new Map(
  scheme2023.rows.map((row) => [
    row.code,
    landUse(row.code, row.name, row.hex, 2023, found(scheme2023.source)),
  ]),
);

/**
 * The source lists the 2020 names only where a number changed its meaning or its name; everywhere else the class kept both,
 * so the name of 2023 stands, marked as derived.
 */
const classes2020 = new Map(
  scheme2020.rows.map((row) => {
    const successor = classes2023.get(row.code2023)!;
    const provenance: Provenance =
      row.name === undefined
        ? { source: scheme2020.source, confidence: 'derived' }
        : found(scheme2020.source);
    return [row.code, landUse(row.code, row.name ?? successor.name, successor.hex, 2020, provenance)];
  }),
);

const conversion = new Map(scheme2020.rows.map((row) => [row.code, row.code2023]));

/** The class of a normalised code in the given edition, or undefined. */
export function landUseClass(code: string, year: SchemeYear): LandUseClass | undefined {
  return (year === 2020 ? classes2020 : classes2023).get(code);
}

/** All classes of an edition, by code. */
export function landUseClasses(year: SchemeYear): readonly LandUseClass[] {
  return [...(year === 2020 ? classes2020 : classes2023).values()];
}

/** The code of 2023 for a normalised code of 2020, or undefined where 2020 has no such class (standards.md §4.1). */
export function toScheme2023(code2020: string): string | undefined {
  return conversion.get(code2020);
}

/**
 * A code as the guide writes it. Some databases pad to six digits (standards.md §2.4.7): `070100` → `0701`, `010000` → `01`.
 *
 * - surrounding blanks go;
 * - digits only and an even number of them: trailing `00` pairs go, one pair at a time, never below two digits. No class of
 *   either edition ends in `00`, so nothing real is lost;
 * - everything else (odd length, letters, blank) stays as it is: a lost leading zero is not ours to guess.
 */
export function normalizeLandUseCode(raw: string): string {
  let code = raw.trim();
  if (!/^(\d\d)+$/.test(code)) return code;
  while (code.length > 2 && code.endsWith('00')) code = code.slice(0, -2);
  return code;
}
