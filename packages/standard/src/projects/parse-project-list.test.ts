import { describe, expect, it } from 'vitest';
import { parseProjectList } from './parse-project-list.ts';
import type { Cell } from './project-header.ts';
import type { ProjectListError } from './project-list-error.ts';

const place = { file: '清单.xlsx', sheet: '表1' };
const parsed = (...rows: Cell[][]) => parseProjectList(rows, place)!;

function errorOf(...rows: Cell[][]): ProjectListError {
  try {
    parseProjectList(rows, place);
  } catch (error) {
    return error as ProjectListError;
  }
  throw new Error('no error');
}

describe('parseProjectList', () => {
  it('reads titles under the name of the table, with units in brackets of either width', () => {
    const { rows, notes } = parsed(
      ['某县重点建设项目清单'],
      [],
      [
        '序号',
        '项目编号',
        '项目 名称',
        '用地规模（公顷）',
        '占耕地面积(亩)',
        '占永农/㎡',
        '操作',
        '操作理由',
      ],
      [1, 'X-01', '甲公路', 12.5, 15, 20, '增补', '新立项'],
      [2, 7, '乙水库', '1,200.5', '无', '—', '', null],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      sheet: '表1',
      row: 4,
      order: 1,
      number: 'X-01',
      name: '甲公路',
      area: 125_000,
      farmland: 20,
      redLine: null,
      operation: 'add',
      reason: '新立项',
    });
    expect(rows[0]!.cultivated).toBeCloseTo(10_000, 6);
    expect(rows[1]).toMatchObject({
      row: 5,
      number: '7',
      area: 12_005_000,
      cultivated: 0,
      farmland: null,
      operation: null,
    });
    expect(notes.map(({ code }) => code)).toEqual(['projects.columns-absent']);
  });

  it('reads titles in two rows, the unit over all that it gathers', () => {
    const { rows, notes } = parsed(
      ['编号', '名称', '用地规模（亩）', null, null, '依据', '年度'],
      [null, null, '总规模', '新增', '占耕地'],
      ['1', '甲', 150, 15, 1.5, '发改〔2026〕1号', '2026'],
    );
    expect(rows[0]).toMatchObject({ row: 3, basis: '发改〔2026〕1号' });
    expect([rows[0]!.area, rows[0]!.newArea, rows[0]!.cultivated].map((m2) => Math.round(m2!))).toEqual([
      100_000, 10_000, 1000,
    ]);
    expect(notes.find(({ code }) => code === 'projects.columns-unread')?.message).toContain('年度');
  });

  it('drops nothing silently: sums, headings and words below are told with their rows', () => {
    const { rows, notes } = parsed(
      ['项目编号', '项目名称', '项目级别', '用地规模'],
      ['一、交通', null, null],
      ['1', '甲', '省级', 1],
      ['合计', null, null, 1],
      [null, null, '注：以批复为准'],
    );
    expect(rows.map(({ name }) => name)).toEqual(['甲']);
    expect(notes.find(({ code }) => code === 'projects.rows-skipped')).toMatchObject({
      count: 3,
      message: expect.stringContaining('第 2、4、5 行'),
    });
    expect(notes.find(({ code }) => code === 'projects.unit-assumed')?.message).toContain('按公顷读取');
  });

  it('takes a unit behind a figure', () => {
    const { rows } = parsed(['编号', '名称', '用地规模（公顷）'], ['1', '甲', '15 亩'], ['2', '乙', '2公顷']);
    expect(rows.map(({ area }) => Math.round(area!))).toEqual([10_000, 20_000]);
  });

  it('is not for sheets without such titles', () => {
    expect(parseProjectList([['填表说明'], ['项目名称', '电话']], place)).toBeUndefined();
    expect(parseProjectList([], place)).toBeUndefined();
  });

  it('says where it cannot go on, and what to do', () => {
    const titles = ['项目编号', '项目名称', '用地规模', '操作'];
    const number = errorOf(titles, ['1', '甲', '约十公顷']);
    expect(number).toMatchObject({ code: 'projects.not-a-number', file: '清单.xlsx', sheet: '表1', row: 2 });
    expect(number.message).toBe(
      '重点建设项目清单 清单.xlsx 工作表“表1” 第 2 行：“用地规模”写的是“约十公顷”，不是不小于 0 的数。请只写数，单位写在表头。',
    );
    expect(errorOf(titles, ['1', '甲', -1]).code).toBe('projects.not-a-number');
    expect(errorOf(titles, ['1', '甲', 1, '删除'])).toMatchObject({
      code: 'projects.unknown-operation',
      row: 2,
    });
    expect(errorOf([...titles, '占地面积'], []).code).toBe('projects.duplicate-column');
    expect(errorOf(['项目编号', '项目名称', '用地规模（垧）'], []).code).toBe('projects.unknown-unit');
  });
});
