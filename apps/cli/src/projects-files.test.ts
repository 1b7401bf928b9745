import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Review } from '@tuheng/maintenance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProjects } from './projects-files.ts';
import { demonstrationInto, tuhengHere } from './testing/commands.ts';

const table = (name: string) => `项目编号,项目名称,用地规模（公顷）\n1,${name},2\n`;

describe('loadProjects', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuheng-清单-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (...names: string[]): string => join(folder, ...names);

  it('finds nothing where nothing lies, and complains only of what was named', async () => {
    const paths = { filed: at('A.gdb'), maintained: at('B.gdb') };
    expect(await loadProjects(paths)).toEqual({});
    await expect(loadProjects({ ...paths, projects: at('无.xlsx') })).rejects.toMatchObject({
      code: 'projects.unreadable',
    });
  });

  it('takes what was named', async () => {
    writeFileSync(at('a.csv'), table('甲'));
    writeFileSync(at('b.csv'), table('乙'));
    const lists = await loadProjects({
      filed: at('A.gdb'),
      maintained: at('B.gdb'),
      projects: at('b.csv'),
      filedProjects: at('a.csv'),
    });
    expect([lists.filed?.rows[0]?.name, lists.maintained?.rows[0]?.name]).toEqual(['甲', '乙']);
  });
});

describe('tuheng review with lists of key projects', () => {
  let folder: string;
  const data = (name: string): string => join(folder, '数据', name);
  const review = async (...more: string[]): Promise<Review> => {
    const out = join(folder, '报告');
    const args = [
      '--filed',
      data('备案.gdb'),
      '--maintained',
      data('维护后.gdb'),
      '--base',
      data('基础数据.gdb'),
    ];
    const { err } = await tuhengHere('review', ...args, '--out', out, '--quiet', ...more);
    expect(err).toBe('');
    return JSON.parse(readFileSync(join(out, 'review.json'), 'utf8'));
  };
  const statuses = ({ verdicts }: Review) =>
    Object.fromEntries(
      verdicts.filter(({ chapter }) => chapter === 'projects').map(({ rule, status }) => [rule, status]),
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tuheng-清单-'));
    await demonstrationInto(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds them beside the data, and names them among the inputs', async () => {
    const result = await review();
    expect(new Set(Object.values(statuses(result)))).toEqual(new Set(['pass']));
    const inputs = result.inputs.filter(({ role }) => role === 'projects' || role === 'filedProjects');
    expect(inputs.map(({ role, name, format }) => [role, name, format])).toEqual([
      ['filedProjects', '备案重点建设项目清单.xlsx', 'XLSX'],
      ['projects', '重点建设项目清单.xlsx', 'XLSX'],
    ]);
    expect(inputs.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    expect(readFileSync(join(folder, '报告', 'report.html'), 'utf8')).toContain('备案重点建设项目清单');
  }, 60_000);

  it('judges the layers where the tables are elsewhere, and says what they cannot tell', async () => {
    mkdirSync(join(folder, '别处'), { recursive: true });
    for (const name of ['重点建设项目清单.xlsx', '备案重点建设项目清单.xlsx']) {
      renameSync(data(name), join(folder, '别处', name));
    }
    const result = await review();
    expect(statuses(result)['projects.operations']).toBe('undetermined');
    const named = await review(
      '--projects',
      join(folder, '别处', '重点建设项目清单.xlsx'),
      '--filed-projects',
      join(folder, '别处', '备案重点建设项目清单.xlsx'),
    );
    expect(statuses(named)['projects.operations']).toBe('pass');
  }, 60_000);
});
