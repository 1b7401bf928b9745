import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../review.ts';
import { box } from '../../testing/plans.ts';
import { cityLandRules } from './city-land-rules.ts';
import { type CityEdit, cityParcels, explained, pieces, reviewCity, turned } from './testing/city.ts';

/** The ellipsoid area of a box differs from its plane area by the projection: here by less than this share. */
const NEAR = 2e-3;

const judged = async (rule: string, edit: (city: CityEdit) => void = () => undefined): Promise<Verdict> =>
  (await reviewCity(edit)).get(`city-land.${rule}`)!;

const near = (actual: number | null, plane: number): void => {
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! - plane)).toBeLessThanOrEqual(Math.max(1, Math.abs(plane)) * NEAR);
};

const cells = (verdict: Verdict, table: number): (string | number | null)[][] =>
  verdict.tables[table]!.rows.map((row) => [...row]);

/** No layer of the chapter in either database: another keeps the review going. */
function withoutLand({ filed, maintained }: CityEdit): void {
  for (const parcels of [filed, maintained]) for (const name of Object.keys(parcels)) delete parcels[name];
}

describe('the lawful maintenance of the city', () => {
  it('passes every rule but intensity, which it does not carry', async () => {
    const verdicts = await reviewCity();
    expect(
      cityLandRules.map(({ id }) => [id, verdicts.get(id)!.status]).filter(([, status]) => status !== 'pass'),
    ).toEqual([['city-land.intensity', 'notApplicable']]);
  });

  it('does not concern a county without the layer', async () => {
    const verdicts = await reviewCity(withoutLand);
    expect(cityLandRules.map(({ id }) => verdicts.get(id)!.status)).toEqual(
      cityLandRules.map(() => 'notApplicable'),
    );
  });

  it('is not judged where B lacks the layer that A has', async () => {
    const verdicts = await reviewCity(({ maintained }) => {
      for (const name of Object.keys(maintained)) delete maintained[name];
    });
    expect(cityLandRules.map(({ id }) => verdicts.get(id)!.status)).toEqual(
      cityLandRules.map(() => 'undetermined'),
    );
  });

  it('reads padded codes', async () => {
    const verdicts = await reviewCity(({ maintained }) => {
      for (const [name, parcel] of Object.entries(maintained)) {
        maintained[name] = { ...parcel, code: parcel.code.padEnd(6, '0') };
      }
    });
    expect(cityLandRules.filter(({ id }) => verdicts.get(id)!.status === 'fail')).toEqual([]);
    near(verdicts.get('city-land.reserved-conversion')!.measure.before, 40_000);
    expect(verdicts.get('city-land.within-central-city')!.explanation).toContain('用地类变动 1 处');
  });
});

describe('city-land.per-capita', () => {
  // 城镇用地: homes 250,000, shops 250,000, school 40,000, park 60,000, street 25,000, power 10,000, reserved 40,000, workshop 75,000,
  // chemistry 250,000.
  it('gives the structure by level 1, level 2 and group', async () => {
    const verdict = await judged('per-capita');
    near(verdict.measure.after, 100);
    expect(verdict.tables.map(({ title }) => title)).toEqual([
      '中心城区用地结构（一级类）',
      '中心城区用地结构（二级类）',
      '中心城区空间功能结构（按归组）',
    ]);
    const service = cells(verdict, 0).find(([name]) => name === '08 公共管理与公共服务用地')!;
    near(service[1] as number, 40_000);
    near(service[2] as number, 2);
    near(service[3] as number, 4);
    near(service[4] as number, 80_000);
    near(service[7] as number, 40_000);
    expect(cells(verdict, 2).map(([name]) => name)).toEqual([
      '城镇用地',
      '耕地、园地、林地、草地',
      '陆地水域',
      '合计',
    ]);
    near(cells(verdict, 2)[0]![4] as number, 1_000_000);
  });

  it('fails where a head gets more, and points at what became urban', async () => {
    const verdict = await judged('per-capita', ({ maintained }) => {
      maintained.field = turned('field', '1001');
    });
    expect(verdict.status).toBe('fail');
    near(verdict.measure.after, 125);
    expect(pieces(verdict)).toEqual([['新增城镇用地：0103 旱地 → 1001 工业用地', 250_000]]);
  });

  it('holds the figure of the plan where one is set', async () => {
    const edit = (value: number) => (city: CityEdit) => {
      city.targets = {
        ...city.targets,
        parameters: {
          ...city.targets.parameters,
          'city-land.per-capita.limit': { value, unit: 'm²/人', source: '规划文本' },
        },
      };
    };
    expect((await judged('per-capita', edit(99))).status).toBe('fail');
    expect((await judged('per-capita', edit(101))).status).toBe('pass');
  });

  it('counts land that CZCSX calls village as no urban land', async () => {
    const verdict = await judged('per-capita', ({ filed, maintained }) => {
      filed.workshop = turned('workshop', '100101', { CZCSX: '20' });
      maintained.workshop = turned('workshop', '100101', { CZCSX: '20' });
    });
    near(verdict.measure.after, 92.5);
  });

  it('gives the tables without a population and does not judge', async () => {
    const verdict = await judged('per-capita', (city) => {
      const { targets: _, ...rest } = city.targets;
      city.targets = rest;
    });
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons).toEqual(['未提供中心城区规划人口（目标值文件 targets.centralCityPopulation）']);
    expect(verdict.tables).toHaveLength(3);
    expect(cells(verdict, 0)[0]![3]).toBeNull();
  });
});

describe('city-land.total-scale', () => {
  it('passes within the tolerance', async () => {
    const verdict = await judged('total-scale');
    near(verdict.measure.before, 1_000_000);
    near(verdict.measure.after, 1_000_000);
  });

  it.each([
    ['grows', 'field', '1001', '新增建设用地：0103 旱地 → 1001 工业用地', 1_250_000],
    ['shrinks', 'shops', '0103', '不再是建设用地：0901 商业用地 → 0103 旱地', 750_000],
  ] as const)('fails where it %s by more', async (_, name, code, label, after) => {
    const verdict = await judged('total-scale', ({ maintained }) => {
      maintained[name] = turned(name, code);
    });
    expect(verdict.status).toBe('fail');
    near(verdict.measure.after, after);
    expect(pieces(verdict)).toEqual([[label, 250_000]]);
  });

  it('does not take 06 for construction land, though it says so', async () => {
    const verdict = await judged('total-scale', ({ maintained }) => {
      maintained.field = turned('field', '0601');
    });
    expect(verdict.status).toBe('pass');
  });

  it('is undetermined where the answer hangs on codes that are no class', async () => {
    const verdict = await judged('total-scale', ({ maintained }) => {
      maintained.field = turned('field', '9999');
    });
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons[0]).toContain('25.00 公顷（维护后）编码不认识');
  });

  it('does not pass on a tolerance that nobody has set', async () => {
    const verdict = await judged('total-scale', (city) => {
      const { 'city-land.total-scale.tolerance': _, ...parameters } = city.targets.parameters!;
      city.targets = { ...city.targets, parameters };
    });
    expect(verdict.status).toBe('undetermined');
  });

  describe('where a code depends on the edition', () => {
    const road = (name: string | undefined, edition?: number) => (city: CityEdit) => {
      const own = { ...turned('field', '060102'), ...(name === undefined ? {} : { name }) };
      city.filed.field = own;
      city.maintained.field = own;
      if (edition !== undefined) {
        city.targets = {
          ...city.targets,
          parameters: {
            ...city.targets.parameters,
            'city-land.total-scale.edition': { value: edition, unit: '', source: '规划文本' },
          },
        };
      }
    };
    it('is undetermined, since 060102 is a village road in one and a field track in the other', async () => {
      const verdict = await judged('total-scale', road(undefined));
      expect(verdict.status).toBe('undetermined');
      expect(verdict.reasons[0]).toContain('060102');
    });
    it.each([
      ['the name of 2020', '村庄内部道路用地', undefined, 1_250_000],
      ['the name of 2023', '田间道', undefined, 1_000_000],
      ['a region that says 2020', undefined, 2020, 1_250_000],
    ] as const)('is settled by %s', async (_, name, edition, before) => {
      const verdict = await judged('total-scale', road(name, edition));
      expect(verdict.status).toBe('pass');
      near(verdict.measure.before, before);
    });
  });
});

describe('city-land.reserved-conversion', () => {
  it('lists what reserved land became', async () => {
    const verdict = await judged('reserved-conversion');
    expect(verdict.status).toBe('pass');
    const [row] = cells(verdict, 0);
    expect(row!.slice(0, 3)).toEqual(['16 留白用地', '0804 教育用地', 1]);
    near(row![3] as number, 40_000);
    expect(row![4]).toBe('方案列明');
  });

  it('fails where it becomes farmland', async () => {
    const verdict = await judged('reserved-conversion', ({ maintained }) => {
      maintained.reserved = turned('reserved', '0103');
    });
    expect(verdict.status).toBe('fail');
    expect(pieces(verdict)).toEqual([['16 留白用地 → 0103 旱地：不是建设用地', 40_000]]);
  });

  it('asks why where it becomes what the scheme does not name, and where land becomes reserved', async () => {
    const edit = ({ maintained }: CityEdit): void => {
      maintained.reserved = turned('reserved', '100101');
      maintained.shops = turned('shops', '16');
    };
    const verdict = await judged('reserved-conversion', edit);
    expect(verdict.status).toBe('undetermined');
    expect(pieces(verdict)).toEqual([
      ['0901 商业用地 → 16 留白用地：须说明', 250_000],
      ['16 留白用地 → 100101 一类工业用地：须说明', 40_000],
    ]);
    const withDocument = await judged('reserved-conversion', (city) => {
      edit(city);
      city.targets = explained(city.targets);
    });
    expect(withDocument.status).toBe('pass');
    expect(withDocument.basis.map(({ document }) => document)).toContain('用地调整论证报告');
  });

  it('does not concern a city without reserved land', async () => {
    const verdict = await judged('reserved-conversion', ({ filed, maintained }) => {
      filed.reserved = turned('reserved', '0804');
      maintained.reserved = turned('reserved', '0804');
    });
    expect(verdict.status).toBe('notApplicable');
  });
});

describe.each([
  ['public-service', 'school', '0804 教育用地', 40_000, ['school', 'reserved']],
  ['green-space', 'park', '1401 公园绿地', 60_000, ['park']],
  ['roads', 'street', '1207 城镇村道路用地', 25_000, ['street']],
  ['utilities', 'power', '1303 供电用地', 10_000, ['power']],
] as const)('city-land.%s', (rule, name, title, area, all) => {
  it('passes where nothing is lost', async () => {
    expect((await judged(rule)).status).toBe('pass');
  });

  it('fails where some of it becomes shops, and points there', async () => {
    const verdict = await judged(rule, ({ maintained }) => {
      maintained.reserved = cityParcels.reserved!;
      maintained[name] = turned(name, '0901');
    });
    expect(verdict.status).toBe('fail');
    near(verdict.measure.before, area);
    near(verdict.measure.after, 0);
    expect(pieces(verdict)).toEqual([[`减少：${title} → 0901 商业用地`, area]]);
    near(cells(verdict, 0)[0]![3] as number, -area);
  });

  it('passes where as much of it is put elsewhere', async () => {
    const verdict = await judged(rule, ({ maintained }) => {
      maintained[name] = turned(name, '0901');
      maintained.shops = turned('shops', cityParcels[name]!.code);
    });
    expect(verdict.status).toBe('pass');
  });

  it.each(['', '9999'])('is undetermined where it became %j, which is no class', async (code) => {
    const verdict = await judged(rule, ({ maintained }) => {
      maintained.reserved = cityParcels.reserved!;
      maintained[name] = turned(name, code);
    });
    expect(verdict.status).toBe('undetermined');
  });

  it('does not concern a city that has none', async () => {
    const verdict = await judged(rule, ({ filed, maintained }) => {
      for (const one of all) {
        filed[one] = turned(one, '0901');
        maintained[one] = turned(one, '0901');
      }
    });
    expect(verdict.status).toBe('notApplicable');
  });
});

it('city-land.roads fails where streets become a depot, though transport land stays as large', async () => {
  const verdict = await judged('roads', ({ maintained }) => {
    maintained.street = turned('street', '1208');
  });
  expect(verdict.status).toBe('fail');
  expect(verdict.explanation).toContain('城镇村道路用地减少，不符合要求');
  expect(pieces(verdict)).toEqual([['减少：1207 城镇村道路用地 → 1208 交通场站用地', 25_000]]);
});

describe('city-land.mandatory-content', () => {
  it.each([
    ['park', '0701', '中心城区城市绿线内功能改变：1401 公园绿地 → 0701 城镇住宅用地', 60_000],
    ['power', '0901', '中心城区城市黄线内功能改变：1303 供电用地 → 0901 商业用地', 10_000],
    ['pond', '0701', '中心城区城市蓝线内功能改变：1704 坑塘水面 → 0701 城镇住宅用地', 250_000],
    ['north', '0201', '永久基本农田保护图斑内功能改变：0103 旱地 → 0201 果园', 210_000],
  ] as const)('fails where %s becomes %s inside its line', async (name, code, label, area) => {
    const verdict = await judged('mandatory-content', ({ maintained }) => {
      maintained[name] = turned(name, code);
    });
    expect(verdict.status).toBe('fail');
    near(verdict.measure.after, area);
    expect(pieces(verdict).map(([, plane]) => plane)).toEqual([area]);
    expect(pieces(verdict)[0]![0]).toBe(label);
  });

  it('asks why where classes do not tell, and a document explains it', async () => {
    const edit = ({ maintained }: CityEdit): void => {
      maintained.shops = turned('shops', '0701');
    };
    const verdict = await judged('mandatory-content', edit);
    expect(verdict.status).toBe('undetermined');
    expect(pieces(verdict).sort()).toEqual([
      ['中心城区城市紫线内须说明：0901 商业用地 → 0701 城镇住宅用地', 2500],
      ['历史文化保护线内须说明：0901 商业用地 → 0701 城镇住宅用地', 2500],
    ]);
    const withDocument = await judged('mandatory-content', (city) => {
      edit(city);
      city.targets = explained(city.targets);
    });
    expect(withDocument.status).toBe('pass');
  });

  it('lets a class come that the line is there for', async () => {
    const verdict = await judged('mandatory-content', ({ filed }) => {
      filed.park = turned('park', '1402');
    });
    expect(verdict.status).toBe('pass');
    expect(cells(verdict, 0).map((row) => row[3])).toEqual(['变为相符的用地']);
  });

  it('is undetermined where a layer is missing and nobody says that there is none', async () => {
    const edit = ({ filedLayers }: CityEdit): void => {
      filedLayers.delete('HLFXKZX');
    };
    const verdict = await judged('mandatory-content', edit);
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons[0]).toContain('洪涝风险控制线');
    const declared = await judged('mandatory-content', (city) => {
      edit(city);
      city.targets = {
        ...city.targets,
        absentLayers: [{ layer: 'HLFXKZX', source: '县政府说明' }],
      };
    });
    expect(declared.status).toBe('pass');
  });
});

describe('city-land.within-central-city', () => {
  it('fails where a change lies outside the filed extent of the central city', async () => {
    const verdict = await judged('within-central-city', ({ filedLayers, maintained }) => {
      filedLayers.set('ZXCQGHFQ', [{ rings: [box(0, 0, 1400, 1000)], attributes: { GHFQDM: '410' } }]);
      maintained.field = turned('field', '0201');
    });
    expect(verdict.status).toBe('fail');
    near(verdict.measure.after, 50_000);
    expect(pieces(verdict)).toEqual([['中心城区范围外的用地变动：0103 旱地 → 0201 果园', 50_000]]);
  });

  it('fails where the layer covers other ground than before', async () => {
    const verdict = await judged('within-central-city', ({ maintained }) => {
      delete maintained.pond;
      maintained.new = { ring: box(2000, 0, 100, 100), code: '0701' };
    });
    expect(verdict.status).toBe('fail');
    expect(pieces(verdict)).toEqual([
      ['不再覆盖的规划用地：1704 坑塘水面', 250_000],
      ['多出的规划用地：0701 城镇住宅用地', 10_000],
    ]);
  });

  it('is undetermined where the extent of the central city is not known', async () => {
    const verdict = await judged('within-central-city', ({ filedLayers }) => {
      filedLayers.delete('ZXCQGHFQ');
    });
    expect(verdict.status).toBe('undetermined');
  });
});

describe('city-land.residential-beside-industry', () => {
  it('hints at new homes beside class-3 industry', async () => {
    const verdict = await judged('residential-beside-industry', ({ maintained }) => {
      maintained.field = turned('field', '0701');
    });
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons).toHaveLength(1);
    expect(verdict.measure).toMatchObject({ before: 0, after: 1 });
    expect(pieces(verdict)).toEqual([
      ['新增居住用地（0701 城镇住宅用地）与 1 宗100103 三类工业用地相距不超过 100 m', 250_000],
    ]);
  });

  it('hints at new class-3 industry beside homes', async () => {
    const verdict = await judged('residential-beside-industry', ({ maintained }) => {
      maintained.school = turned('school', '100103');
    });
    expect(verdict.status).toBe('undetermined');
    expect(pieces(verdict)).toEqual([
      ['新增工业、物流仓储用地（100103 三类工业用地）与 1 宗0701 城镇住宅用地相距不超过 100 m', 40_000],
    ]);
  });

  it('measures from outline to outline', async () => {
    const edit =
      (x: number) =>
      ({ maintained }: CityEdit): void => {
        maintained.field = { ring: box(1000, 0, x - 1000, 500), code: '0701' };
        maintained.strip = { ring: box(x, 0, 1500 - x, 500), code: '0103' };
      };
    expect((await judged('residential-beside-industry', edit(1399))).status).toBe('pass');
    expect((await judged('residential-beside-industry', edit(1401))).status).toBe('undetermined');
  });

  it('leaves out what was there before', async () => {
    const verdict = await judged('residential-beside-industry', ({ filed, maintained }) => {
      filed.field = turned('field', '0701');
      maintained.field = turned('field', '0701');
    });
    expect(verdict.status).toBe('pass');
    expect(verdict.measure).toMatchObject({ before: 1, after: 1 });
  });

  it('says so where the plan codes no third level', async () => {
    const verdict = await judged('residential-beside-industry', ({ filed, maintained }) => {
      for (const side of [filed, maintained]) {
        side.workshop = turned('workshop', '1001');
        side.chemistry = turned('chemistry', '1001');
      }
      maintained.field = turned('field', '0701');
    });
    expect(verdict.reasons[1]).toContain('没有编到三级类');
  });

  it('takes 1001 for what it says where the plan codes class 3 elsewhere', async () => {
    const verdict = await judged('residential-beside-industry', ({ filed, maintained }) => {
      for (const side of [filed, maintained]) side.workshop = turned('workshop', '1001');
      maintained.reserved = turned('reserved', '0701');
    });
    expect(verdict.status).toBe('pass');
  });

  it('does not concern a city without such industry', async () => {
    const verdict = await judged('residential-beside-industry', ({ filed, maintained }) => {
      for (const side of [filed, maintained]) side.chemistry = turned('chemistry', '100101');
    });
    expect(verdict.status).toBe('notApplicable');
  });
});

describe('city-land.intensity', () => {
  const homes = (fields: Readonly<Record<string, string | number>>) => turned('homes', '0701', fields);
  const both =
    (before: Readonly<Record<string, string | number>>, after: Readonly<Record<string, string | number>>) =>
    ({ filed, maintained }: CityEdit): void => {
      filed.homes = homes(before);
      maintained.homes = homes(after);
    };

  it('passes where nothing is loosened', async () => {
    const verdict = await judged(
      'intensity',
      both({ RJL: 2, JZMD: 30, LDL: 35, XG: 54 }, { RJL: 1.8, JZMD: 28, LDL: 36, XG: 50 }),
    );
    expect(verdict.status).toBe('pass');
    expect(cells(verdict, 0).map((row) => [row[0], row[3], row[4], row[6]])).toEqual([
      ['容积率', '2.00', '1.80', '收紧或新增取值'],
      ['建筑密度', '30.00%', '28.00%', '收紧或新增取值'],
      ['绿地率', '35.00%', '36.00%', '收紧或新增取值'],
      ['建筑限高', '54.00 m', '50.00 m', '收紧或新增取值'],
    ]);
  });

  it.each([
    ['容积率', { RJL: 2 }, { RJL: 2.5 }, '2.00 → 2.50'],
    ['建筑密度', { JZMD: 0.3 }, { JZMD: 35 }, '30.00% → 35.00%'],
    ['绿地率', { LDL: '≥35%' }, { LDL: '30%' }, '35.00% → 30.00%'],
    ['建筑限高', { XG: '24 米' }, { XG: '24—54 米' }, '24.00 m → 54.00 m'],
    ['建筑限高', { XG: '24' }, { XG: '' }, '24.00 m → （空）'],
  ] as const)('asks why %s is loosened, and a document explains it', async (name, before, after, shown) => {
    const verdict = await judged('intensity', both(before, after));
    expect(verdict.status).toBe('undetermined');
    expect(pieces(verdict)).toEqual([[`${name}放宽：${shown}`, 250_000]]);
    const withDocument = await judged('intensity', (city) => {
      both(before, after)(city);
      city.targets = explained(city.targets);
    });
    expect(withDocument.status).toBe('pass');
  });

  it.each([
    [{ RJL: -1 }, '容积率 -1.00'],
    [{ JZMD: 130 }, '建筑密度 130.00%'],
    [{ JZMD: 60, LDL: 50 }, '建筑密度 60.00% 与绿地率 50.00% 之和大于 100%'],
  ] as const)('fails at %j, which cannot be', async (fields, fault) => {
    const verdict = await judged('intensity', both(fields, fields));
    expect(verdict.status).toBe('fail');
    expect(pieces(verdict)).toEqual([[`取值不可能成立：${fault}`, 250_000]]);
  });

  it('compares ground, where parcels were redrawn', async () => {
    const verdict = await judged('intensity', ({ filed, maintained }) => {
      filed.homes = homes({ RJL: 2 });
      maintained.homes = { ring: box(0, 0, 300, 500), code: '0701', fields: { RJL: 2 } };
      maintained.towers = { ring: box(300, 0, 200, 500), code: '0701', fields: { RJL: 3 } };
    });
    expect(pieces(verdict)).toEqual([['容积率放宽：2.00 → 3.00', 100_000]]);
  });

  it('is undetermined where B dropped the field, or a text says no number', async () => {
    const dropped = await judged('intensity', ({ filed }) => {
      filed.homes = homes({ RJL: 2 });
    });
    expect(dropped.reasons).toEqual(['备案库有容积率字段（RJL），维护后数据库没有，无法核对']);
    const unreadable = await judged('intensity', both({ RJL: '按详规' }, { RJL: '按详规' }));
    expect(unreadable.status).toBe('undetermined');
  });

  it('does not pass on names of fields that nobody has confirmed', async () => {
    const verdict = await judged('intensity', (city) => {
      both({ RJL: 2 }, { RJL: 2 })(city);
      const { 'city-land.intensity.fields': _, ...parameters } = city.targets.parameters!;
      city.targets = { ...city.targets, parameters };
    });
    expect(verdict.status).toBe('undetermined');
  });
});
