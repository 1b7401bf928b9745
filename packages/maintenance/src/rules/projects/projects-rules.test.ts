import { describe, expect, it } from 'vitest';
import { box } from '../../testing/plans.ts';
import { projectsRules } from './projects-rules.ts';
import { ground, judgedProjects, pieces, places, project } from './testing/project-county.ts';

const allGround = [ground('1', places.first), ground('2', places.second), ground('3', places.third)];
const noLists = {
  filed: { table: null, layer: null },
  maintained: { table: null, layer: null },
};
const statusOf = async (...args: Parameters<typeof judgedProjects>) => (await judgedProjects(...args)).status;

describe('every rule of the list', () => {
  it.each(projectsRules.map(({ id }) => id))(
    '%s is undetermined without a list, and says how to give one',
    async (id) => {
      const verdict = await judgedProjects(id, noLists);
      expect(verdict.status).toBe('undetermined');
      expect(verdict.reasons[0]).toContain('--projects');
      expect(verdict.reasons[0]).toContain('ZDJSXM');
    },
  );

  it.each([
    'projects.eligibility',
    'projects.basis',
    'projects.siting',
    'projects.table-and-geometry',
    'projects.duplicates',
  ])('%s does not apply to a list without projects', async (id) => {
    expect(await statusOf(id, { maintained: { table: [], layer: [] } })).toBe('notApplicable');
  });

  it.each(['projects.operations', 'projects.basis', 'projects.siting'])(
    '%s passes the lawful list',
    async (id) => {
      expect(await statusOf(id)).toBe('pass');
    },
  );

  it.each(['projects.eligibility', 'projects.table-and-geometry', 'projects.duplicates'])(
    '%s passes it only with a verified parameter',
    async (id) => {
      expect(await statusOf(id)).toBe('pass');
      const unverified = await judgedProjects(id, { parameters: {} });
      expect(unverified.status).toBe('undetermined');
      expect(unverified.reasons[0]).toContain('未核实');
    },
  );

  it('does not apply where the county declares that its plan has no list, unless there is one', async () => {
    const declaredAbsent = '县政府说明';
    for (const { id } of projectsRules) {
      expect(await statusOf(id, { ...noLists, declaredAbsent })).toBe('notApplicable');
    }
    const table = await judgedProjects('projects.basis', {
      filed: { layer: null },
      maintained: { layer: null },
      declaredAbsent,
    });
    expect(table.status).toBe('undetermined');
    expect(table.reasons[0]).toContain('却提供了重点建设项目清单');
  });

  it('reads the list from the layer where there is no table', async () => {
    const layer = allGround.map((row, i) => ({
      ...row,
      attributes: {
        ...row.attributes,
        XMJB: '县级',
        JSXZ: '新建',
        JSNX: '2026',
        YDGM: 1,
        XZFS: '单独选址',
        YJ: `测〔2025〕${i + 1}号`,
      },
    }));
    for (const id of ['projects.operations', 'projects.basis', 'projects.table-and-geometry']) {
      const verdict = await judgedProjects(id, {
        filed: { table: null, layer },
        maintained: { table: null, layer },
      });
      expect(verdict.status, verdict.explanation).toBe('pass');
    }
  });
});

describe('projects.operations', () => {
  const operations = (table: Parameters<typeof project>[], layer = allGround) =>
    judgedProjects('projects.operations', {
      maintained: { table: table.map((args) => project(...args)), layer },
    });

  it('passes the four operations that are what they say, and counts them', async () => {
    const verdict = await operations(
      [
        ['4', { operation: 'add', reason: '新立项', order: 1 }],
        ['1', { operation: 'withdraw', reason: '不再实施', order: null }],
        ['2', { operation: 'amend', reason: '规模调整', area: 20_000, order: 2 }],
        ['3', { operation: 'reschedule', reason: '提前', years: '2026', order: 3 }],
      ],
      [...allGround.slice(1), ground('4', box(5000, 100, 100, 100))],
    );
    expect(verdict.status, verdict.explanation).toBe('pass');
    expect(verdict.measure).toEqual({ before: 3, after: 3, limit: null, unit: '项' });
    expect(verdict.tables[0]!.rows).toEqual([
      ['增补', 1],
      ['调序', 1],
      ['修改', 1],
      ['清退', 1],
      ['保留', 0],
      ['消失', 0],
    ]);
    expect(verdict.tables[1]!.rows[2]).toEqual(['2', '项目2', '修改', '用地规模', '规模调整', '一致']);
  });

  it.each<[string, Parameters<typeof project>[], string]>([
    ['增补 of what is in A', [['1', { operation: 'add' }], ['2'], ['3']], '标明增补，但备案清单中已有'],
    [
      '清退 of what is not',
      [['1'], ['2'], ['3'], ['9', { operation: 'withdraw' }]],
      '标明清退，但备案清单中没有这个项目',
    ],
    [
      '修改 without a difference',
      [['1', { operation: 'amend' }], ['2'], ['3']],
      '标明修改，但没有任何内容不同',
    ],
    [
      '修改 of what is not in A',
      [['1'], ['2'], ['3'], ['9', { operation: 'amend' }]],
      '标明修改，但备案清单中没有这个项目',
    ],
    [
      '调序 that changes more',
      [['1', { operation: 'reschedule', level: '省级' }], ['2'], ['3']],
      '标明调序，但项目级别也变了，应标明修改',
    ],
    [
      '调序 without one',
      [['1', { operation: 'reschedule' }], ['2'], ['3']],
      '标明调序，但次序和建设年限都没有变',
    ],
    [
      'a change without an operation',
      [['1', { area: 20_000 }], ['2'], ['3']],
      '用地规模有变化，没有标明操作',
    ],
    ['a new row without one', [['1'], ['2'], ['3'], ['9']], '备案清单中没有这个项目，也没有标明增补'],
    ['a row that vanished', [['1'], ['2']], '备案清单中有，维护后消失，没有标明清退'],
    [
      'an order that changed',
      [
        ['2', { order: 1 }],
        ['1', { order: 3 }],
        ['3', { order: 2 }],
      ],
      '次序有变动，没有标明调序',
    ],
  ])('fails %s', async (_, table, fault) => {
    const verdict = await operations(table);
    expect(verdict.status).toBe('fail');
    expect(verdict.explanation).toContain(fault);
    expect(verdict.explanation).toContain('1 项的操作与实际变化不一致');
  });

  it('points at the project, and at where it was where it vanished', async () => {
    expect(pieces(await operations([['1', { area: 20_000 }], ['2'], ['3']]))).toEqual([
      ['maintained', '1 项目1：用地规模有变化，没有标明操作', 10_000],
    ]);
    expect(pieces(await operations([['1'], ['2']], allGround.slice(0, 2)))).toEqual([
      ['filed', '3 项目3：备案清单中有，维护后消失，没有标明清退', 10_000],
    ]);
  });

  it('fails ground that moved without an operation, but not by less than the tolerance', async () => {
    const moved = (metres: number) =>
      operations(
        [['1'], ['2'], ['3']],
        [ground('1', box(2000 + metres, 100, 100, 100)), ...allGround.slice(1)],
      );
    expect((await moved(20)).explanation).toContain('图形有变化，没有标明操作');
    expect((await moved(0.005)).status).toBe('pass');
  });

  it('does not take new numbers in the order for changes where rows were only renumbered', async () => {
    const verdict = await operations([
      ['4', { operation: 'add', reason: '新', order: 1 }],
      ['1', { order: 2 }],
      ['2', { order: 3 }],
      ['3', { order: 4 }],
    ]);
    expect(verdict.status).toBe('pass');
  });

  it('cannot tell whether a project was withdrawn where only the layer tells the list', async () => {
    const layer = allGround.map((row, i) => ({ ...row, attributes: { ...row.attributes, XH: i + 1 } }));
    const verdict = await judgedProjects('projects.operations', {
      filed: { table: null, layer },
      maintained: { table: null, layer: layer.slice(1) },
    });
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons).toEqual([
      '1 项目1：维护后图层中没有，清单只有图层，无从标明清退，请另附清单表格',
    ]);
  });

  it('cannot compare with a list that nobody gave', async () => {
    const verdict = await judgedProjects('projects.operations', { filed: { table: null, layer: null } });
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons[0]).toContain('--filed-projects');
    const nothing = { table: [], layer: [] };
    expect(await statusOf('projects.operations', { filed: nothing, maintained: nothing })).toBe(
      'notApplicable',
    );
  });
});

describe('projects.eligibility', () => {
  const eligible = (changes: Parameters<typeof project>[1], ring = places.first, without: string[] = []) =>
    judgedProjects('projects.eligibility', {
      maintained: { table: [project('1', changes)], layer: [ground('1', ring)] },
      without,
    });

  it('fails independent urban land inside the boundary, and points at the part inside', async () => {
    const verdict = await eligible({ siting: '边界外独立城镇建设用地' }, box(950, 100, 100, 100));
    expect(verdict.status).toBe('fail');
    expect(verdict.explanation).toContain('0.50 公顷 在城镇开发边界内');
    expect(pieces(verdict)).toEqual([['maintained', expect.stringContaining('1 项目1'), 5000]]);
    expect((await eligible({ siting: '边界外独立城镇建设用地' })).status).toBe('pass');
  });

  it('fails any other way of siting', async () => {
    const verdict = await eligible({ siting: '批次用地' });
    expect(verdict.status).toBe('fail');
    expect(pieces(verdict)).toEqual([['maintained', expect.stringContaining('批次用地'), 10_000]]);
  });

  it('leaves to people what nothing says', async () => {
    const reasons = async (...args: Parameters<typeof eligible>) => {
      const verdict = await eligible(...args);
      expect(verdict.status).toBe('undetermined');
      return verdict.reasons.join('');
    };
    expect(await reasons({ siting: null })).toContain('没有写明选址方式');
    expect(await reasons({}, box(950, 100, 100, 100))).toContain('是否属于单独选址须人工认定');
    expect(await reasons({}, box(6000, 9500, 100, 100))).toContain('1.00 公顷 在生态保护区，准入须人工核对');
    expect(await reasons({ operation: 'add' })).toContain('没有说明是否符合国家产业政策');
    expect(await reasons({ operation: 'add', remark: '不符合国家产业政策' })).toContain('没有说明');
    expect(await reasons({}, places.first, ['CZKFBJ'])).toContain('缺少维护后的城镇开发边界');
    expect(await reasons({}, places.first, ['ZDJSXM'])).toContain('没有图形');
    expect((await eligible({ operation: 'add', remark: '符合国家产业政策' })).status).toBe('pass');
  });
});

describe('projects.basis', () => {
  it('fails rows that lack something, and says which', async () => {
    const verdict = await judgedProjects('projects.basis', {
      maintained: {
        table: [
          project('1', { basis: '县政府会议', years: null }),
          project('2', { level: '重要', area: 0 }),
          project('3', { operation: 'withdraw', basis: null, siting: null }),
        ],
      },
    });
    expect(verdict.status).toBe('fail');
    expect(verdict.tables[0]!.rows.map((row) => [row[1], row[4]])).toEqual([
      [2, '建设年限、依据的文号'],
      [3, '能辨认的项目级别（写的是“重要”）、大于 0 的用地规模'],
      [4, '操作理由'],
    ]);
    expect(pieces(verdict).map(([, , area]) => area)).toEqual([10_000, 10_000, 10_000]);
  });
});

describe('projects.siting', () => {
  const sited = (changes: Parameters<typeof project>[1], ring = places.first, without: string[] = []) =>
    judgedProjects('projects.siting', {
      maintained: { table: [project('1', changes)], layer: [ground('1', ring)] },
      without,
    });
  const onFarmland = box(7950, 2000, 100, 100);
  const inRedLine = box(6000, 8950, 100, 100);
  const inCore = box(1000, 8950, 100, 100);

  it('tells what each project lies on, in areas that can be checked by hand', async () => {
    const { tables } = await sited({}, onFarmland);
    const [number, name, ...areas] = tables[0]!.rows[0]!;
    expect([number, name]).toEqual(['1', '项目1']);
    expect(areas.map((area) => Math.round(Number(area) / 100))).toEqual([100, 0, 50, 0, 100, 50]);
    expect(tables[1]!.rows[0]!.slice(0, 3)).toEqual(['1', '项目1', '一般农业区']);
  });

  it('fails farmland that the list hides or names no document for, and leaves the rest to the State Council', async () => {
    const hidden = await sited({}, onFarmland);
    expect(hidden.status).toBe('fail');
    expect(hidden.explanation).toContain('占用永久基本农田 0.50 公顷，清单没有写明');
    expect(pieces(hidden)).toEqual([['maintained', expect.stringContaining('永久基本农田'), 5000]]);
    const stated = { farmland: 5000, level: '国家级' };
    expect((await sited({ ...stated, basis: '会议纪要' }, onFarmland)).explanation).toContain('依据没有文号');
    const open = await sited(stated, onFarmland);
    expect(open.status).toBe('undetermined');
    expect(open.reasons[0]).toContain('国务院批准');
  });

  it('fails the red line likewise, and leaves the rest to the province', async () => {
    expect((await sited({}, inRedLine)).status).toBe('fail');
    const open = await sited({ redLine: 5000 }, inRedLine);
    expect(open.status).toBe('undetermined');
    expect(open.reasons[0]).toContain('省级人民政府认定意见');
    expect(open.reasons[0]).not.toContain('不可避让论证意见');
    const national = await sited({ redLine: 5000, level: '国家' }, inRedLine);
    expect(national.reasons[0]).toContain('不可避让论证意见');
  });

  it('admits only national projects to core protected areas', async () => {
    expect((await sited({ redLine: 5000, level: '省级' }, inCore)).explanation).toContain(
      '核心保护区 0.50 公顷',
    );
    expect((await sited({ redLine: 5000, level: '省级' }, inCore)).status).toBe('fail');
    const national = await sited({ redLine: 5000, level: '国家级' }, inCore);
    expect(national.status).toBe('undetermined');
    expect(national.reasons[0]).not.toContain('认定意见');
  });

  it('is undetermined where ground or lines are missing', async () => {
    expect((await sited({}, places.first, ['STBHHX'])).reasons[0]).toContain('缺少维护后的生态保护红线');
    expect((await sited({}, places.first, ['ZDJSXM'])).reasons[0]).toContain('没有图形');
  });
});

describe('projects.table-and-geometry', () => {
  const compared = (table: Parameters<typeof project>[], layer = allGround) =>
    judgedProjects('projects.table-and-geometry', {
      maintained: { table: table.map((args) => project(...args)), layer },
    });

  it('fails a row without ground, and shows where it was', async () => {
    const verdict = await compared([['1'], ['2'], ['3']], allGround.slice(0, 2));
    expect(verdict.explanation).toContain('1 个项目没有图形：3 项目3');
    expect(pieces(verdict)).toEqual([['filed', expect.stringContaining('3 项目3'), 10_000]]);
  });

  it('fails ground without a row, and another name on the map', async () => {
    const verdict = await compared([['1', { name: '别名' }], ['2']]);
    expect(verdict.explanation).toContain('1 个图形不在清单中；1 个项目图上名称不同：1 别名（图上为项目1）');
    expect(pieces(verdict)).toHaveLength(2);
  });

  it('fails figures that differ by more than the tolerance', async () => {
    const verdict = await compared([['1', { area: 12_000, cultivated: 0 }], ['2', { area: 10_100 }], ['3']]);
    expect(verdict.status).toBe('fail');
    expect(verdict.measure.after).toBe(2);
    expect(verdict.explanation).toContain('1 项目1用地规模写 1.20 公顷、图形 1.00 公顷');
    expect(verdict.explanation).toContain('1 项目1占耕地面积写 0.00 公顷、图形 1.00 公顷');
    expect(pieces(verdict)).toEqual([['maintained', '1 项目1：用地规模、占耕地面积与图形不符', 10_000]]);
  });

  it('is undetermined without the layer', async () => {
    const verdict = await judgedProjects('projects.table-and-geometry', { without: ['ZDJSXM'] });
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons[0]).toContain('没有图形可以核对');
  });
});

describe('projects.duplicates', () => {
  const doubled = (table: Parameters<typeof project>[], layer = allGround) =>
    judgedProjects('projects.duplicates', {
      maintained: { table: table.map((args) => project(...args)), layer },
    });

  it('fails a number and a name that stand twice', async () => {
    const number = await doubled([['1'], ['1', { name: '另一个' }], ['3']]);
    expect(number.explanation).toContain('编号“1”有 2 项');
    expect(pieces(number)).toEqual([['maintained', expect.stringContaining('编号“1”'), 10_000]]);
    const name = await doubled([['1'], ['2', { name: '项 目1' }], ['3']]);
    expect(name.explanation).toContain('名称“项目1”有 2 项');
    expect(pieces(name)).toHaveLength(2);
  });

  it('fails ground that is listed twice, and leaves crossings to people', async () => {
    const shifted = (x: number) =>
      doubled(
        [['1'], ['2'], ['3']],
        [allGround[0]!, ground('2', box(2000 + x, 100, 100, 100)), allGround[2]!],
      );
    const twice = await shifted(40);
    expect(twice.status).toBe('fail');
    expect(twice.explanation).toContain('重叠 0.60 公顷（占较小者 60.00%）');
    expect(pieces(twice)).toEqual([['maintained', '1 项目1与2 项目2重叠', 6000]]);
    const crossing = await shifted(90);
    expect(crossing.status).toBe('undetermined');
    expect(crossing.reasons[0]).toContain('是否属于合理交叉');
  });
});

describe('projects.withdrawn-gone', () => {
  const withdrawn = [project('1', { operation: 'withdraw', reason: '不再实施' }), project('2'), project('3')];
  const gone = (table = withdrawn, layer = allGround.slice(1)) =>
    judgedProjects('projects.withdrawn-gone', { maintained: { table, layer } });

  it('passes what left list and layer', async () => {
    expect((await gone()).status).toBe('pass');
  });

  it('fails what is still on the map or in the list', async () => {
    const drawn = await gone(withdrawn, allGround);
    expect(drawn.explanation).toContain('1 项目1（图层中仍有图形）');
    expect(pieces(drawn)).toEqual([['maintained', '1 项目1：已清退，图层中仍有图形', 10_000]]);
    expect((await gone([...withdrawn, project('1')])).explanation).toContain('清单中仍有');
  });

  it('does not apply where nothing is withdrawn, and cannot tell from a layer alone', async () => {
    expect(await statusOf('projects.withdrawn-gone')).toBe('notApplicable');
    const layer = [ground('1', places.first, { CZ: '清退' }), ...allGround.slice(1)];
    const verdict = await judgedProjects('projects.withdrawn-gone', { maintained: { table: null, layer } });
    expect(verdict.status).toBe('undetermined');
    expect(verdict.reasons[0]).toContain('请另附清单表格');
  });
});
