import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enqueue, openDatabase, openJobQueue } from '@tuheng/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tuheng, tuhengHere } from './testing/commands.ts';

const missing = '00000000-0000-4000-8000-000000000000';
let folder: string;
let id: string;
const job = (...args: readonly string[]) => tuheng('job', ...args, '--data', join(folder, 'store'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-任务-'));
  const database = await openDatabase({ folder: join(folder, 'store') });
  const queue = await openJobQueue(database);
  const actor = { name: '张三', origin: 'localhost' };
  const request = { kind: 'review', plan: '230898', parameters: { filed: 'A.gdb' } } as const;
  id = (await enqueue(queue, actor, request)).id;
  await queue.close();
  await database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('lists, shows and cancels jobs', () => {
  expect(job('list').out).toMatch(new RegExp(`${id}\\s+审查\\s+230898\\s+排队\\s+0%\\s+张三`));
  expect(job('show', id).out).toContain('参数　{"filed":"A.gdb"}');
  expect(job('cancel', id)).toMatchObject({ code: 0, out: expect.stringContaining('状态　已取消') });
  expect(job('list', '--state', 'queued').out).toBe('没有任务\n');
});

it.each([
  [['list', '--state', 'lost'], '--state'],
  [['show'], 'job show 编号'],
  [['show', missing], 'store.no-job'],
])('refuses %j with exit code 2 and says why', async (args, sentence) => {
  const { code, err, out } = await tuhengHere('job', ...args, '--data', join(folder, 'store'));
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
});
