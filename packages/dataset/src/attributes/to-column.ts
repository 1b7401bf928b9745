import {
  type CodeKind,
  type Column,
  type FieldSpec,
  normalizeAdcode,
  normalizeLandUseCode,
} from '@tuheng/standard';
import type { RawValues } from '../flatgeobuf/property-reader.ts';
import { normalizeDate } from './date.ts';

export interface FinishedColumn {
  readonly column: Column;
  /** Values that differ from what the file says. */
  readonly normalised: number;
  /** Values of a number field that are no numbers; the column stays text then. */
  readonly notNumeric: number;
}

const codeNormalisers: Readonly<Record<CodeKind, (raw: string) => string>> = {
  adcode: normalizeAdcode,
  landUse: normalizeLandUseCode,
  survey: (raw) => raw.trim(),
};

/**
 * A column as the standard wants it: codes and dates in their normal form (what the file said is kept in `raw`), numbers as
 * numbers. A field the standard does not know stays as it is.
 */
export function toColumn(raw: RawValues, spec: FieldSpec | undefined): FinishedColumn {
  if (raw.kind === 'number') {
    return {
      column: { kind: 'number', values: raw.values },
      normalised: 0,
      notNumeric: 0,
    };
  }
  if (spec?.type === 'double' || spec?.type === 'integer') return numbersFrom(raw.values);
  const normalise =
    spec?.type === 'date' ? normalizeDate : spec?.codeKind ? codeNormalisers[spec.codeKind] : undefined;
  if (!normalise) {
    return { column: { kind: 'text', values: raw.values }, normalised: 0, notNumeric: 0 };
  }
  const known = new Map<string, string>();
  const values = raw.values.map((value) => (value === null ? null : remembered(known, value, normalise)));
  const normalised = values.filter((value, i) => value !== raw.values[i]).length;
  return {
    column: normalised > 0 ? { kind: 'text', values, raw: raw.values } : { kind: 'text', values: raw.values },
    normalised,
    notNumeric: 0,
  };
}

/** Codes and dates repeat: each is normalised once (the first so many of them). */
function remembered(known: Map<string, string>, value: string, normalise: (raw: string) => string): string {
  const before = known.get(value);
  if (before !== undefined) return before;
  const after = normalise(value);
  if (known.size < 10_000) known.set(value, after);
  return after;
}

function numbersFrom(texts: (string | null)[]): FinishedColumn {
  const values = Float64Array.from(texts, (text) =>
    text === null || text.trim() === '' ? Number.NaN : Number(text),
  );
  const notNumeric = texts.filter(
    (text, i) => text !== null && text.trim() !== '' && Number.isNaN(values[i]),
  ).length;
  return {
    column: notNumeric > 0 ? { kind: 'text', values: texts } : { kind: 'number', values },
    normalised: 0,
    notNumeric,
  };
}
