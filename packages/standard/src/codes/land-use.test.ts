import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landUseClass, landUseClasses, normalizeLandUseCode, toScheme2023 } from './land-use.ts';

const codes2020 = landUseClasses(2020).map(({ code }) => code);

describe('the classes of 2023', () => {
  const classes = landUseClasses(2023);

  it('are 24 + 111 + 40', () => {
    const count = (level: number) => classes.filter((one) => one.level === level).length;
    expect([count(1), count(2), count(3)]).toEqual([24, 111, 40]);
    expect(classes).toHaveLength(175);
  });

  it('have a parent one level up whose number they begin with', () => {
    for (const one of classes) {
      expect(one.code).toMatch(/^(\d\d){1,3}$/);
      expect(one.level).toBe(one.code.length / 2);
      if (one.level === 1) expect(one.parent).toBeNull();
      else {
        expect(one.parent).toBe(one.code.slice(0, -2));
        expect(landUseClass(one.parent ?? '', 2023)?.level).toBe(one.level - 1);
      }
    }
  });

  it('have a colour, an edition and a source; a third level has the colour of its parent', () => {
    for (const one of classes) {
      expect(one.hex).toMatch(/^#[0-9A-F]{6}$/);
      expect(one).toMatchObject({ year: 2023, confidence: 'found' });
      if (one.level === 3) expect(one.hex).toBe(landUseClass(one.parent ?? '', 2023)?.hex);
    }
  });

  it('are those of standards.md §4.2', () => {
    expect(landUseClass('0703', 2023)).toMatchObject({ name: '农村宅基地', hex: '#FFD380', parent: '07' });
    expect(landUseClass('16', 2023)).toMatchObject({ name: '留白用地', hex: '#FFFFFF' });
    expect(landUseClass('100103', 2023)?.name).toBe('三类工业用地');
    expect(landUseClass('25', 2023)).toBeUndefined();
    expect(landUseClass('', 2023)).toBeUndefined();
  });
});

describe('the classes of 2020', () => {
  it('are 24 + 106 + 39, each once, each with a successor that exists', () => {
    const count = (length: number) => codes2020.filter((code) => code.length === length).length;
    expect([count(2), count(4), count(6)]).toEqual([24, 106, 39]);
    expect(new Set(codes2020).size).toBe(169);
    for (const code of codes2020) expect(landUseClass(toScheme2023(code)!, 2023), code).toBeDefined();
  });

  /** The numbers with another meaning: old data read with the new list goes wrong here (standards.md §4.1). */
  it.each([
    ['0204', '0205', '其他园地', '油料园地'],
    ['0602', '060201', '种植设施建设用地', '设施农用地'],
    ['0603', '060202', '畜禽养殖设施建设用地', undefined],
    ['0604', '060203', '水产养殖设施建设用地', undefined],
    ['060102', '1207', '城镇村道路用地', '田间道'],
    ['2303', '060102', '田间道', '田坎'],
    ['2302', '2303', '田坎', '后备耕地'],
    ['1311', '1311', '水工设施用地', '水工设施用地'],
    ['1312', '1311', '水工设施用地', '其他公用设施用地'],
    ['1313', '1312', '其他公用设施用地', undefined],
    ['090301', '0903', '娱乐用地', undefined],
    ['090302', '0903', '娱乐用地', undefined],
    ['2202', '2206', '其他特殊用海', '科研教育用海'],
  ])('%s of 2020 becomes %s %s; in 2023 the number means %s', (old, now, becomes, misread) => {
    expect(toScheme2023(old)).toBe(now);
    expect(landUseClass(now, 2023)?.name).toBe(becomes);
    expect(landUseClass(old, 2023)?.name).toBe(misread);
  });

  it('keep their number everywhere else', () => {
    const moved = codes2020.filter((code) => toScheme2023(code) !== code);
    expect(moved).toHaveLength(12);
  });

  it.each(['0205', '1804', '2004', '2005', '2203', '2204', '2205', '2206'])(
    'do not have %s, which is new in 2023',
    (code) => {
      expect(toScheme2023(code)).toBeUndefined();
      expect(landUseClass(code, 2020)).toBeUndefined();
      expect(landUseClass(code, 2023)).toBeDefined();
    },
  );
});

describe('normalizeLandUseCode', () => {
  it.each([
    ['070100', '0701'],
    ['010000', '01'],
    ['0100', '01'],
    ['100000', '10'],
    ['1000', '10'],
    ['100103', '100103'],
    ['10', '10'],
    ['00', '00'],
    ['0000', '00'],
    [' 0701 ', '0701'],
  ])('%j is %j', (raw, code) => {
    expect(normalizeLandUseCode(raw)).toBe(code);
  });

  it.each(['', '701', '07010', '100', '0', '05H1', '0810A', '待定'])('leaves %j as it is', (raw) => {
    expect(normalizeLandUseCode(raw)).toBe(raw);
  });

  it('brings every class of both editions back from six digits and changes none that is not padded', () => {
    const codes = [...landUseClasses(2023).map(({ code }) => code), ...codes2020];
    for (const code of codes) {
      expect(normalizeLandUseCode(code)).toBe(code);
      expect(normalizeLandUseCode(code.padEnd(6, '0'))).toBe(code);
    }
  });

  it('is settled after one turn', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^ ?[0-9]{0,10}[A-Z]? ?$/), (raw) => {
        const once = normalizeLandUseCode(raw);
        expect(normalizeLandUseCode(once)).toBe(once);
      }),
    );
  });
});
