/** The survey classes (DLBM) the county uses; parcels hold an index into this list. */
export const surveyCodes = [
  '0101',
  '0102',
  '0103',
  '0201',
  '0301',
  '0304',
  '0305',
  '0306',
  '0307',
  '0402',
  '0404',
  '0508',
  '05H1',
  '0601',
  '0701',
  '0702',
  '0809',
  '0810',
  '08H1',
  '08H2',
  '09',
  '1001',
  '1003',
  '1004',
  '1006',
  '1101',
  '1102',
  '1104',
  '1106',
  '1107',
  '1108',
  '1109',
  '1202',
] as const;
export type SurveyCode = (typeof surveyCodes)[number];

const index = new Map<string, number>(surveyCodes.map((code, i) => [code, i]));

export const codeIndex = (code: SurveyCode): number => index.get(code)!;

/** 耕地: the first three of the list. */
export const isCultivatedIndex = (code: number): boolean => code <= 2;
