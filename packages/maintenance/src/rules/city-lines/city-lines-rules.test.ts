import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../review.ts';
import { box, type Row } from '../../testing/plans.ts';
import { cityLinesRules } from './city-lines-rules.ts';
import {
  type CityRows,
  green,
  ground,
  named,
  plain,
  reviewLines,
  use,
  works,
} from './testing/city-with-lines.ts';

type Edit = NonNullable<Parameters<typeof reviewLines>[0]>;

const judged = async (rule: string, edit?: Edit): Promise<Verdict> => (await reviewLines(edit)).get(rule)!;

/** Ellipsoid areas differ from plane areas of boxes by the projection: here by less than this share. */
const NEAR = 2e-3;
const near = (actual: number | null, plane: number): void => {
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! - plane)).toBeLessThanOrEqual(Math.max(1, Math.abs(plane)) * NEAR);
};

const pieces = ({ evidence }: Verdict) =>
  evidence.map(({ side, label, planeArea }) => [side, label, Math.round(planeArea)]);

const layers = {
  green: 'ZXCQCSLVX',
  blue: 'ZXCQCSLX',
  yellow: 'ZXCQCSHX',
  purple: 'ZXCQCSZX',
} as const satisfies Record<string, keyof CityRows>;
const layerOfRule = (rule: string) => layers[rule.split('.')[0] as keyof typeof layers];

const replace = (rows: Row[], ring: Row['rings'][number], row: Row): void => {
  rows[rows.findIndex(({ rings }) => rings[0] === ring)] = row;
};
const remove = (rows: Row[], ring: Row['rings'][number]): void => {
  rows.splice(
    rows.findIndex(({ rings }) => rings[0] === ring),
    1,
  );
};

describe('the lawful maintenance of the four lines', () => {
  it('passes every rule', async () => {
    const verdicts = await reviewLines();
    for (const { id } of cityLinesRules) {
      const { status, explanation } = verdicts.get(id)!;
      expect(status, `${id}: ${explanation}`).toBe('pass');
    }
  });

  it('does not concern a county without the lines, with or without their layers', async () => {
    for (const rows of [{}, { ZXCQCSLX: [], ZXCQCSLVX: [], ZXCQCSZX: [], ZXCQCSHX: [] }]) {
      const verdicts = await reviewLines((city) => {
        for (const side of [city.filed, city.maintained]) {
          for (const code of Object.values(layers)) delete (side as Partial<CityRows>)[code];
          Object.assign(side, structuredClone(rows));
        }
      });
      for (const { id } of cityLinesRules) expect(verdicts.get(id)!.status, id).toBe('notApplicable');
    }
  });

  it('is not judged where B lacks a layer that A has, and never passes', async () => {
    const verdicts = await reviewLines(({ maintained }) => {
      for (const code of Object.values(layers)) delete (maintained as Partial<CityRows>)[code];
    });
    for (const { id } of cityLinesRules) expect(verdicts.get(id)!.status, id).toBe('undetermined');
  });

  it('passes nothing on a parameter that nobody verified', async () => {
    const verdicts = await reviewLines(({ targets }) => {
      Object.assign(targets, { parameters: {} });
    });
    const open = cityLinesRules.filter(({ id }) => verdicts.get(id)!.status === 'undetermined');
    expect(open.map(({ id }) => id)).toEqual(
      cityLinesRules.filter(({ parameters }) => parameters.length > 0).map(({ id }) => id),
    );
  });
});

/** One edit of the lawful B each, what fails for it and what it points at (nothing said where its figures are told further below). */
const failures: readonly [rule: string, edit: Edit, expected: ReturnType<typeof pieces>][] = [
  [
    'green.area',
    ({ maintained }) => remove(maintained.ZXCQCSLVX, ground.park),
    [['filed', '调出中心城区城市绿线', 40_000]],
  ],
  [
    'green.layout',
    ({ maintained }) => maintained.ZXCQCSLVX.push(green(box(550, 0, 10, 10))),
    [
      ['maintained', '调入城市绿线', 1000],
      ['maintained', '调入城市绿线', 100],
    ],
  ],
  [
    'green.function',
    ({ maintained }) => replace(maintained.ZXCQGHYDYH, ground.park, use(ground.park, '1402')),
    [['filed', '城市绿线内减少的1401 公园绿地', 40_000]],
  ],
  [
    'green.service-range',
    ({ maintained }) => {
      maintained.ZXCQGHYDYH.push(use(box(2000, 0, 100, 400), '0703'));
    },
    [['maintained', '新增居住用地不在服务范围内', 40_000]],
  ],
  [
    'blue.area',
    ({ maintained }) => remove(maintained.ZXCQCSLX, ground.canal),
    [['filed', '调出中心城区城市蓝线', 4000]],
  ],
  [
    'blue.layout',
    ({ maintained }) => maintained.ZXCQCSLX.push(plain(box(0, 600, 100, 100))),
    [['maintained', '调入城市蓝线', 10_000]],
  ],
  [
    'blue.function',
    ({ maintained }) => replace(maintained.ZXCQGHYDYH, ground.eastPond, use(ground.eastPond, '1403')),
    [['filed', '城市蓝线内减少的17 陆地水域', 10_000]],
  ],
  [
    'yellow.area',
    ({ maintained }) => remove(maintained.ZXCQCSHX, ground.powerWorks),
    [['filed', '调出中心城区城市黄线', 10_000]],
  ],
  [
    'yellow.layout',
    ({ maintained }) => maintained.ZXCQCSHX.push(works(box(650, 480, 5, 5), '公厕')),
    [['maintained', '调入城市黄线', 25]],
  ],
  [
    'yellow.function',
    ({ maintained }) => replace(maintained.ZXCQGHYDYH, ground.waterWorks, use(ground.waterWorks, '1303')),
    [['filed', '城市黄线内减少的1301 供水用地', 10_000]],
  ],
  ['yellow.service-range', ({ maintained }) => remove(maintained.ZXCQCSHX, ground.waterWorks), []],
  [
    'yellow.facilities',
    ({ maintained }) => replace(maintained.ZXCQCSHX, ground.toilet, works(ground.toilet, '泵站', '东街公厕')),
    [['filed', '不再有的设施：公厕', 100]],
  ],
  [
    'yellow.point-facilities',
    ({ maintained }) => replace(maintained.ZXCQCSHX, ground.toilet, works(ground.toilet, '公厕', '西街公厕')),
    [
      ['filed', '维护后没有图斑：东街公厕', 100],
      ['maintained', '城市黄线图斑，名称不在清单中', 100],
    ],
  ],
  [
    'purple.area',
    ({ maintained }) => remove(maintained.ZXCQCSZX, ground.culture),
    [['filed', '调出中心城区城市紫线', 10_000]],
  ],
  [
    'purple.extent',
    ({ maintained }) => {
      replace(maintained.ZXCQCSZX, ground.culture, named(box(810, 0, 100, 100), '老街'));
    },
    [['filed', '移出城市紫线的原保护范围', 1000]],
  ],
  [
    'purple.function',
    ({ maintained }) => replace(maintained.ZXCQGHYDYH, ground.culture, use(ground.culture, '0901')),
    [['filed', '城市紫线内减少的0803 文化用地', 10_000]],
  ],
  [
    'purple.service-range',
    ({ maintained }) => {
      // Homes 100 m east of the house of culture are within 150 m; they become shops.
      replace(maintained.ZXCQGHYDYH, ground.eastHomes, use(box(1100, 0, 300, 400), '0701'));
      maintained.ZXCQGHYDYH.push(use(box(1000, 0, 100, 400), '0901'));
    },
    [],
  ],
  [
    'purple.historic-buildings',
    ({ maintained }) => remove(maintained.ZXCQCSZX, ground.secondHouse),
    [['maintained', '城市紫线图斑，名称不在清单中', 10_000]],
  ],
];

describe('a rule that fails points at the ground', () => {
  it.each(failures)('%s', async (rule, edit, expected) => {
    const found = await judged(rule, edit);
    expect(found.status, found.explanation).toBe('fail');
    if (expected.length > 0) expect(pieces(found)).toEqual(expected);
    expect(found.evidence.length).toBeGreaterThan(0);
    for (const { geometry } of found.evidence) expect(geometry.coordinates.length).toBeGreaterThan(0);
  });

  it('blue.connectivity: where a canal is filled, and at water without any connection', async () => {
    const cut = await judged('blue.connectivity', ({ maintained }) => {
      replace(maintained.ZXCQCSLX, ground.canal, plain(box(100, 500, 100, 20)));
      replace(maintained.ZXCQGHYDYH, ground.canal, use(box(100, 500, 100, 20), '1705'));
    });
    expect(cut.status).toBe('fail');
    expect(cut.measure).toMatchObject({ before: 1, after: 2, limit: 1 });
    expect(pieces(cut)).toEqual([['filed', '水系被分割处：不再是水面', 2000]]);
    const added = await judged('blue.connectivity', ({ maintained }) =>
      maintained.ZXCQCSLX.push(plain(box(1000, 500, 10, 10))),
    );
    expect(added.status).toBe('fail');
    expect(pieces(added)).toEqual([['maintained', '新增的孤立水面', 100]]);
  });

  it('blue.connectivity: not where planned water or a narrow gap keeps the water together', async () => {
    const planned = await judged('blue.connectivity', ({ maintained }) =>
      remove(maintained.ZXCQCSLX, ground.canal),
    );
    expect(planned.status).toBe('pass');
    const culvert = await judged('blue.connectivity', ({ maintained }) => {
      remove(maintained.ZXCQCSLX, ground.canal);
      maintained.ZXCQCSLX.push(plain(box(100, 500, 100, 20)), plain(box(208, 500, 92, 20)));
      remove(maintained.ZXCQGHYDYH, ground.canal);
    });
    expect(culvert.status).toBe('pass');
  });
});

describe('what is for people to explain or to provide', () => {
  const open: readonly [rule: string, edit: Edit][] = [
    [
      'green.function',
      ({ filed, maintained }) => {
        filed.ZXCQCSLVX.push(green(ground.shops, '附属绿地'));
        maintained.ZXCQCSLVX.push(green(ground.shops, '附属绿地'));
        replace(maintained.ZXCQGHYDYH, ground.shops, use(ground.shops, '0804'));
      },
    ],
    [
      'green.function',
      ({ maintained }) => replace(maintained.ZXCQCSLVX, ground.square, green(ground.square, '公园')),
    ],
    ['yellow.facilities', ({ filed }) => filed.ZXCQCSHX.splice(0, 3, plain(ground.waterWorks))],
    [
      'yellow.facilities',
      ({ filed, maintained }) => {
        filed.ZXCQCSHX.push(works(box(700, 0, 50, 100), '供水'));
        replace(maintained.ZXCQCSHX, ground.waterWorks, works(box(600, 0, 150, 100), '供水'));
      },
    ],
    ['yellow.point-facilities', ({ targets }) => Object.assign(targets, { lists: {} })],
    [
      'yellow.point-facilities',
      ({ targets }) =>
        Object.assign(targets, {
          lists: { pointFacilities: { source: '', items: [{ name: '东街公厕', kind: '泵站' }] } },
        }),
    ],
    ['purple.historic-buildings', ({ targets }) => Object.assign(targets, { lists: {} })],
    ...['green.function', 'blue.function', 'green.service-range', 'blue.connectivity'].map(
      (rule): [string, Edit] => [
        rule,
        ({ filed, maintained }) => {
          for (const side of [filed, maintained]) delete (side as Partial<CityRows>).ZXCQGHYDYH;
        },
      ],
    ),
    [
      'yellow.service-range',
      ({ filed }) => {
        remove(filed.ZXCQGHYDYH, ground.westHomes);
        remove(filed.ZXCQGHYDYH, ground.eastHomes);
      },
    ],
  ];
  it.each(open)('%s', async (rule, edit) => {
    const found = await judged(rule, edit);
    expect(found.status, found.explanation).toBe('undetermined');
    expect(found.reasons.length).toBeGreaterThan(0);
  });

  it('a document named for the line explains what would be open', async () => {
    const found = await judged('green.function', ({ maintained, targets }) => {
      replace(maintained.ZXCQCSLVX, ground.square, green(ground.square, '公园'));
      Object.assign(targets, { basis: [{ layer: 'ZXCQCSLVX', document: '绿地系统规划' }] });
    });
    expect(found.status).toBe('pass');
    expect(found.basis.at(-1)!.document).toBe('绿地系统规划');
  });

  it('lists without anything do not concern the county', async () => {
    const empty: Edit = ({ targets }) => {
      const list = { source: '测试', items: [] };
      Object.assign(targets, { lists: { historicBuildings: list, pointFacilities: list } });
    };
    expect((await judged('purple.historic-buildings', empty)).status).toBe('notApplicable');
    expect((await judged('yellow.point-facilities', empty)).status).toBe('notApplicable');
  });

  it('no homes on either side do not concern the service range, no patches on file not the layout', async () => {
    const homeless = await judged('green.service-range', ({ filed, maintained }) => {
      for (const side of [filed, maintained]) {
        remove(side.ZXCQGHYDYH, ground.westHomes);
        remove(side.ZXCQGHYDYH, ground.eastHomes);
      }
    });
    expect(homeless.status).toBe('notApplicable');
    const added = await judged('green.layout', ({ filed }) => filed.ZXCQCSLVX.splice(0));
    expect(added.status).toBe('notApplicable');
  });
});

describe('figures by hand', () => {
  it('layout: the strip of 1,000 m² is no patch of its own', async () => {
    const { measure, details } = await judged('green.layout');
    expect(measure).toMatchObject({ before: 100, limit: 90, unit: '%' });
    expect(measure.after).toBeCloseTo(100, 6);
    expect(details[0]!.measure).toMatchObject({ before: 2, after: 2 });
    near(details[1]!.measure.before, 25_000);
    near(details[1]!.measure.after, 25_500);
  });

  it('function: the table of classes within the line, with and without function', async () => {
    const { measure, tables } = await judged('green.function', ({ maintained }) =>
      maintained.ZXCQCSLVX.push(green(ground.shops, '附属绿地')),
    );
    near(measure.before, 50_000);
    near(measure.after, 51_000);
    const rows = tables[0]!.rows.map(([name, serves, before, after]) => [
      name,
      serves,
      Math.round(Number(before) / 100),
      Math.round(Number(after) / 100),
    ]);
    expect(rows).toEqual([
      ['0901 商业用地', '', 0, 100],
      ['1401 公园绿地', '是', 400, 400],
      ['1402 防护绿地', '是', 0, 10],
      ['1403 广场用地', '是', 100, 100],
    ]);
  });

  it('service range, straight: the ground within 100 m of the park', async () => {
    const { measure, details, pictures, explanation, tables } = await judged('green.service-range');
    // 100 × 400 m of 2 × 400 × 400 m.
    expect(measure.before).toBeCloseTo(12.5, 2);
    near(details[0]!.measure.before, 40_000);
    expect(explanation).toContain('直线距离（没有道路中心线图层 DLZXX）');
    expect(tables[0]!.rows[0]!.slice(0, 2)).toEqual(['备案', 2]);
    const [picture] = pictures;
    expect(picture!.filed.map(({ role }) => role)).toEqual(['served', 'unserved', 'facility']);
    near(picture!.filed[0]!.area, 40_000);
    near(picture!.filed[1]!.area, 280_000);
    near(picture!.filed[2]!.area, 50_000);
    const numbers = JSON.stringify(picture!.filed[0]!.geometry).match(/\d+\.\d+/g)!;
    expect(numbers.every((number) => number.split('.')[1]!.length <= 7)).toBe(true);
  });

  it('service range along roads: whole parcels, by the way to the park', async () => {
    // A street 50 m above the homes; from the middle of the western ones 250 m up, 200 m along, 50 m down to the park.
    const street: Edit = (city) => {
      city.roads = [[-100, 450, 2000, 450]];
    };
    const at =
      (distance: number): Edit =>
      (city) => {
        street(city);
        const parameters = {
          ...city.targets.parameters,
          'green.service-range.distance': { value: distance, unit: 'm', source: '测试' },
        };
        Object.assign(city.targets, { parameters });
      };
    const within = await judged('green.service-range', at(501));
    expect(within.measure.before).toBeCloseTo(50, 2);
    expect(within.explanation).toContain('路网距离（沿道路中心线 DLZXX）');
    near(within.pictures[0]!.filed[0]!.area, 160_000);
    expect((await judged('green.service-range', at(499))).measure.before).toBe(0);
    // The square stands 50 m above the street at x = 400 … 500: no nearer for the east, which is 500 m along from the park's corner.
    expect((await judged('green.service-range', at(1001))).measure.before).toBeCloseTo(100, 2);
  });

  it('yellow service range: what was served and is not', async () => {
    const found = await judged('yellow.service-range', ({ maintained }) =>
      remove(maintained.ZXCQCSHX, ground.waterWorks),
    );
    const [before, after] = [found.measure.before!, found.measure.after!];
    expect(before).toBeGreaterThan(after);
    const lost = found.evidence.reduce((sum, { planeArea }) => sum + planeArea, 0);
    near(((before - after) / 100) * 320_000, lost);
    expect(new Set(found.evidence.map(({ label }) => label))).toEqual(new Set(['失去服务的居住用地']));
  });

  it('homes that become something else are told where they were served', async () => {
    const found = await judged(
      'purple.service-range',
      failures.find(([rule]) => rule === 'purple.service-range')![1],
    );
    expect(new Set(found.evidence.map(({ label }) => label))).toEqual(
      new Set(['原在服务范围内的居住用地改作他用']),
    );
  });

  it('facilities and lists: rows to quote', async () => {
    const facilities = await judged('yellow.facilities');
    expect(facilities.tables[0]!.rows.map((row) => row.slice(0, 3))).toEqual([
      ['供水', 1, 1],
      ['供电', 1, 1],
      ['公厕', 1, 1],
    ]);
    expect((await judged('yellow.point-facilities')).tables[0]!.rows).toEqual([
      ['东街公厕', '公厕', '公厕', 1, 1],
    ]);
    const buildings = await judged('purple.historic-buildings');
    expect(buildings.measure).toEqual({ before: 1, after: 2, limit: 2, unit: '处' });
    expect(buildings.tables[0]!.rows).toEqual([
      ['旧书院', 1, 1],
      ['钟楼', 0, 1],
    ]);
  });

  it('every rule is about a line of its own first', () => {
    for (const { id, layers: of, chapter } of cityLinesRules) {
      expect(of[0], id).toBe(layerOfRule(id));
      expect(chapter).toBe('cityLines');
    }
  });
});
