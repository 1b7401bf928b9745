import type { Provenance } from '../provenance.ts';
import names from './survey-names.json' with { type: 'json' };
import conversion from './survey-to-2023.json' with { type: 'json' };

/** 三大类 of the Land Administration Law. */
export type BigClass = '农用地' | '建设用地' | '未利用地';

/** Another source puts the class elsewhere. */
export interface Dispute extends Provenance {
  readonly bigClass: BigClass;
}

/** One working class of the third national land survey (三调), as DLBM holds it. */
export interface SurveyClass extends Provenance {
  readonly code: string;
  readonly name: string;
  readonly bigClass: BigClass;
  /** Class of 2023; null where the survey does not tell which one (待细分). */
  readonly landUse2023: string | null;
  /** Level-1 class of 2023, known even where the finer one is not. */
  readonly landUseLevel1: string | null;
  /** Present where sources disagree about `bigClass`: whoever judges by it has to say so. */
  readonly disputed?: Dispute;
}

const disputes = new Map<string, Dispute>([
  [
    '0404',
    {
      bigClass: '未利用地',
      source: 'GB/T 21010-2017（standards.md §4.3 ‡, §10）',
      confidence: 'memory-high',
    },
  ],
]);

const nameOf = new Map(names.rows.map((row) => [row.code, row.name]));

const classes = new Map(
  conversion.rows.map((row): [string, SurveyClass] => {
    const disputed = disputes.get(row.code);
    return [
      row.code,
      {
        code: row.code,
        name: nameOf.get(row.code)!,
        bigClass: row.bigClass as BigClass,
        landUse2023: row.landUse2023,
        landUseLevel1: row.landUseLevel1,
        source: conversion.source,
        confidence: 'found',
        ...(disputed && { disputed }),
      },
    ];
  }),
);

// 高教用地 has a name but no row in the conversion; it is a part of 08H2 科教文卫用地.
const higherEducation = classes.get('08H2')!;
classes.set('08H2A', {
  ...higherEducation,
  code: '08H2A',
  name: nameOf.get('08H2A')!,
  confidence: 'derived',
});

/**
 * The class of a DLBM, or undefined where it is none. Groups (01 耕地, 12 其他土地 …) are no classes: they have a name
 * (`surveyName`) but may span several big classes. 09 特殊用地 is both.
 */
export function surveyClass(dlbm: string): SurveyClass | undefined {
  return classes.get(dlbm.trim());
}

/** All classes, by code; 08H2A last. */
export function surveyClasses(): readonly SurveyClass[] {
  return [...classes.values()];
}

/** The name of a class or of a group of classes, or undefined. */
export function surveyName(dlbm: string): string | undefined {
  return nameOf.get(dlbm.trim());
}

/** 耕地: 01 and its classes. */
export function isCultivated(dlbm: string): boolean {
  return /^01(\d\d)?$/.test(dlbm.trim());
}

/** 建设用地 by the three big classes. An unknown code is not: whoever must know asks `surveyClass`. */
export function isConstruction(dlbm: string): boolean {
  return surveyClass(dlbm)?.bigClass === '建设用地';
}
