import { describe, expect, it } from 'vitest';
import { landUseClass } from './land-use.ts';
import { isConstruction, isCultivated, surveyClass, surveyClasses, surveyName } from './survey.ts';

describe('survey classes', () => {
  const classes = surveyClasses();

  it('are the 68 of the conversion table and 高教用地, each once', () => {
    expect(classes).toHaveLength(69);
    expect(new Set(classes.map(({ code }) => code)).size).toBe(69);
  });

  it('lead to classes of 2023 that exist, the finer one inside the level-1 one', () => {
    for (const { code, landUse2023, landUseLevel1 } of classes) {
      expect(landUseClass(landUseLevel1 ?? '', 2023)?.level, code).toBe(1);
      if (landUse2023 !== null) {
        expect(landUseClass(landUse2023, 2023), code).toBeDefined();
        expect(landUse2023.startsWith(landUseLevel1 ?? '?'), code).toBe(true);
      }
    }
  });

  it('leave open exactly what the survey cannot tell (待细分)', () => {
    const open = classes.filter(({ landUse2023 }) => landUse2023 === null).map(({ code }) => code);
    expect(open.sort()).toEqual(['0204', '0809', '08H2', '08H2A', '09', '1005', '1006', '1202']);
  });

  it.each([
    ['0101', '水田', '农用地', '0101', '01'],
    ['0303', '红树林地', '农用地', '0507', '05'],
    ['0603', '盐田', '建设用地', '1003', '10'],
    ['05H1', '商业服务业设施用地', '建设用地', '09', '09'],
    ['1006', '农村道路', '农用地', null, '06'],
    ['1107A', '干渠', '农用地', '1311', '13'],
    ['1201', '空闲地', '建设用地', '2301', '23'],
    ['1108', '沼泽地', '未利用地', '0504', '05'],
  ])('%s %s is %s → %s (%s)', (dlbm, name, bigClass, landUse2023, landUseLevel1) => {
    expect(surveyClass(dlbm)).toMatchObject({ name, bigClass, landUse2023, landUseLevel1 });
  });

  it('carry the doubt about 其他草地, and no other', () => {
    expect(classes.filter(({ disputed }) => disputed).map(({ code }) => code)).toEqual(['0404']);
    expect(surveyClass('0404')?.bigClass).toBe('农用地');
    expect(surveyClass('0404')?.disputed).toMatchObject({ bigClass: '未利用地', confidence: 'memory-high' });
  });

  it('have the names the list of names gives them', () => {
    for (const { code, name } of classes) expect(surveyName(code)).toBe(name);
  });
});

describe('surveyClass', () => {
  it('knows no groups, which may span several big classes, but surveyName does', () => {
    for (const code of ['01', '04', '11', '12']) {
      expect(surveyClass(code)).toBeUndefined();
      expect(surveyName(code)).toBeDefined();
    }
  });

  it('does not guess', () => {
    for (const code of ['', '9999', '0104', '水田']) expect(surveyClass(code)).toBeUndefined();
  });

  it('does not mind blanks', () => {
    expect(surveyClass(' 0103 ')?.name).toBe('旱地');
  });
});

describe('isCultivated', () => {
  it.each(['0101', '0102', '0103', '01', ' 0103 '])('%j is', (dlbm) => {
    expect(isCultivated(dlbm)).toBe(true);
  });

  it.each(['0201', '0201K', '1001', '0404', '', '0', '10', '201'])('%j is not', (dlbm) => {
    expect(isCultivated(dlbm)).toBe(false);
  });
});

describe('isConstruction', () => {
  it.each(['0601', '0701', '0702', '09', '1003', '1109', '0810A'])('%j is', (dlbm) => {
    expect(isConstruction(dlbm)).toBe(true);
  });

  it('is false for farmland called 设施 or 道路, for the unknown and for the rest', () => {
    for (const dlbm of ['1006', '1202', '0101', '1101', '', '9999']) expect(isConstruction(dlbm)).toBe(false);
  });
});
