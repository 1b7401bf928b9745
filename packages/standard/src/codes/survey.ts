import type { Provenance } from '../provenance.ts';
import names from './survey.json' with { type: 'json' };
import mapping from './survey-to-land-use-2023.json' with { type: 'json' };

/** The three big classes of the Land Administration Law. */
export type BigClass = '农用地' | '建设用地' | '未利用地';

/** A working class of the third national land survey (三调). */
export interface SurveyClass extends Provenance {
  readonly code: string;
  readonly name: string;
  readonly bigClass: BigClass;
  /** Class of 2023; null where the survey class has to be split (待细分). */
  readonly landUse2023: string | null;
  /** Level-1 class of 2023. */
  readonly landUseLevel1: string;
  /** A doubt about this row, for people. */
  readonly doubt?: string;
}

const provenance: Provenance = { source: 'standards.md §4.3（CCT 三调对照表）', confidence: 'found' };

const doubts: Readonly<Record<string, string>> = {
  '0404': 'GB/T 21010-2017 把其他草地列为未利用地，对照表列为农用地（standards.md §10），未核实',
};

const classes = new Map<string, SurveyClass>(
  mapping.map((row) => [
    row.dlbm,
    {
      code: row.dlbm,
      name: row.dlmc,
      bigClass: row.cat3 as BigClass,
      landUse2023: row.ydyh_code === '' ? null : row.ydyh_code,
      landUseLevel1: row.ydyh_l1_code,
      ...provenance,
      ...(doubts[row.dlbm] ? { doubt: doubts[row.dlbm]! } : {}),
    },
  ]),
);

const nameByCode = new Map(names.map(({ code, name }) => [code, name]));

/**
 * The class of a DLBM. Suffixed codes that the table does not list (K 可调整, A finer class) are told by the code without
 * suffix, under their own name where it is known.
 */
export function surveyClass(dlbm: string): SurveyClass | undefined {
  const code = dlbm.trim();
  const exact = classes.get(code);
  if (exact) return exact;
  const base = /^(\d{4})[A-Z]$/.exec(code)?.[1];
  const parent = base === undefined ? undefined : classes.get(base);
  return parent && { ...parent, code, name: nameByCode.get(code) ?? parent.name };
}

/** The name of a DLBM, level-1 and reporting groups included. */
export function surveyName(dlbm: string): string | undefined {
  return nameByCode.get(dlbm.trim());
}

/** Every class with a big class, in the order of the table. */
export function surveyClasses(): readonly SurveyClass[] {
  return [...classes.values()];
}

/** 耕地: 01xx. */
export function isCultivated(dlbm: string): boolean {
  return /^01(0[1-3])?[A-Z]?$/.test(dlbm.trim());
}

/** 建设用地 by the three big classes. False also for a code that is not known. */
export function isConstruction(dlbm: string): boolean {
  return surveyClass(dlbm)?.bigClass === '建设用地';
}
