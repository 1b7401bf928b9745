import type { Delivery } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { database, deliveredLayer, deliveryOf, inspectBy } from '../testing/delivery.ts';

const complete = [
  '1规划文本/230898演示县规划文本.pdf',
  '2栅格图件/230898演示县01区位图.jpg',
  '3规划表格/230898演示县国土空间规划表格.mdb',
  '4矢量数据/230898演示县县级国土空间总体规划矢量数据.gdb',
  '5数据说明文档/230898演示县数据库建设报告.pdf',
];

function packageOf(paths: readonly string[], more: Partial<Delivery> = {}): Delivery {
  const path = complete[3]!;
  return {
    name: '230898演示县成果',
    digest: '',
    files: paths.map((file) => ({ path: file, bytes: 1 })),
    databases: [database([deliveredLayer('CZKFBJ', [])], { path })],
    tables: [],
    ...more,
  };
}

describe('C-01 package complete', () => {
  it('passes a package with all parts', async () => {
    expect(await inspectBy('C-01', packageOf(complete))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('takes folders without numbers, and files that bear the name of their part', async () => {
    const loose = complete.map((path) => path.slice(1)).with(0, '230898演示县规划文本.pdf');
    expect(await inspectBy('C-01', packageOf(loose))).toMatchObject({ status: 'passed', findings: [] });
  });

  it('finds a part that is missing, and one without a file of its format', async () => {
    const paths = complete.slice(1).with(0, '2栅格图件/230898演示县01区位图.png');
    const { status, findings } = await inspectBy('C-01', packageOf(paths));
    expect(status).toBe('failed');
    expect(findings.map(({ layer, message }) => [layer, message])).toEqual([
      ['栅格图件', '栅格图件里没有 jpg 文件。'],
      ['规划文本', '缺少规划文本。'],
    ]);
    expect(findings[1]!.suggestion).toContain('1规划文本');
  });

  it('hints at tables in a workbook and passes', async () => {
    const paths = complete.with(2, '3规划表格/230898演示县国土空间规划表格.xlsx');
    const { status, findings } = await inspectBy('C-01', packageOf(paths));
    expect(status).toBe('passed');
    expect(findings).toMatchObject([{ layer: '规划表格', severity: 'info' }]);
  });

  it('finds unreadable files, and a database once', async () => {
    const failure = { code: 'dataset.unreadable', message: '数据库损坏。' };
    const path = complete[3]!;
    const { findings } = await inspectBy(
      'C-01',
      packageOf(complete, {
        files: complete.map((file) => ({
          path: file,
          bytes: 1,
          ...((file === complete[0] || file === path) && { unreadable: '文件是空的' }),
        })),
        databases: [database([], { path, failure })],
      }),
    );
    expect(findings.map(({ layer, message }) => [layer, message])).toEqual([
      [complete[0], '不能读取：文件是空的。'],
      [path, '不能读取：数据库损坏。'],
    ]);
  });

  it('is not run on a database', async () => {
    const { status, reason } = await inspectBy('C-01', deliveryOf(deliveredLayer('CZKFBJ', [])));
    expect({ status, reason }).toEqual({ status: 'notRun', reason: '交付的是数据库，不是成果包。' });
  });
});
