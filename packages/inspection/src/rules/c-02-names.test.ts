import type { DeliveredDatabase, Delivery } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { box, database, deliveredLayer, inspectBy } from '../testing/delivery.ts';

const layers = [deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100), values: { XZQDM: '230898' } }])];

function named(name: string, more: Partial<DeliveredDatabase> = {}): Delivery {
  return { name, digest: '', databases: [database(layers, { name, path: name, ...more })], tables: [] };
}

describe('C-02 names', () => {
  it.each([
    '230898演示县县级国土空间总体规划矢量数据.gdb',
    '230898演示县国土空间规划矢量数据.gdb.zip',
    '230898演示县2026年度县级国土空间总体规划动态维护.gdb',
  ])('passes %s', async (name) => {
    expect(await inspectBy('C-02', named(name))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a name of another form, once', async () => {
    const { status, findings } = await inspectBy('C-02', named('230899新数据库.gdb'));
    expect(status).toBe('failed');
    expect(findings).toMatchObject([
      { layer: '230899新数据库.gdb', message: '数据库的名称不符合规定的格式。' },
    ]);
    expect(findings[0]!.suggestion).toContain('县级国土空间总体规划矢量数据.gdb');
  });

  it('finds a database that is no FileGDB', async () => {
    const name = '230898演示县县级国土空间总体规划矢量数据.gpkg';
    const { findings } = await inspectBy('C-02', named(name, { format: 'GeoPackage' }));
    expect(findings).toMatchObject([
      { layer: name, message: '数据库是 GeoPackage，规定的格式是 FileGDB（.gdb）。' },
    ]);
  });

  it('finds a code that is not the one of the features', async () => {
    const { findings } = await inspectBy('C-02', named('230899演示县县级国土空间总体规划矢量数据.gdb'));
    expect(findings).toMatchObject([{ message: '名称中的行政区代码是 230899，数据的行政区代码是 230898。' }]);
  });

  it('compares four digits for the plan of a city', async () => {
    const { status } = await inspectBy('C-02', named('230800演示市市级国土空间总体规划矢量数据.gdb'));
    expect(status).toBe('passed');
  });

  it('finds documents of a package by the form of their part', async () => {
    const delivery: Delivery = {
      ...named('230898演示县县级国土空间总体规划矢量数据.gdb'),
      name: '230897演示县成果',
      files: [
        { path: '1规划文本/230898演示县规划文本.pdf', bytes: 1 },
        { path: '2栅格图件/区位图.jpg', bytes: 1 },
        { path: '3规划表格/230898演示县县级国土空间总体规划表格.xlsx', bytes: 1 },
        { path: '5数据说明文档/说明.pdf', bytes: 1 },
      ],
    };
    const { findings } = await inspectBy('C-02', delivery);
    expect(findings.map(({ layer, message }) => [layer, message])).toEqual([
      ['230897演示县成果', '名称中的行政区代码是 230897，数据的行政区代码是 230898。'],
      ['2栅格图件/区位图.jpg', '栅格图件的文件名不符合规定的格式。'],
    ]);
  });

  it('is not run where nothing has a name', async () => {
    const { status, reason } = await inspectBy('C-02', { name: '', digest: '', databases: [], tables: [] });
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '没有数据库，也没有文件。' });
  });
});
