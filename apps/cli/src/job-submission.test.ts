import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { jobArguments } from './job-command.ts';

it('makes paths absolute and leaves the rest as it was typed', () => {
  const args = ['submit', 'inspect', 'out/成果包', '--out', 'out/质检', '--plan', '230898', '--fix'];
  expect(
    jobArguments([...args, '--neighbour', 'a.gdb', '--neighbour', '/b.gdb', '--data', 'd']),
  ).toMatchObject({
    place: { folder: 'd' },
    request: {
      kind: 'inspect',
      plan: '230898',
      parameters: {
        path: resolve('out/成果包'),
        out: resolve('out/质检'),
        neighbours: [resolve('a.gdb'), '/b.gdb'],
        fix: true,
      },
    },
  });
  const publish = [
    'publish',
    '230898',
    '--filed',
    'A',
    '--maintained',
    'B',
    '--review',
    'R',
    '--reason',
    '年度维护',
  ];
  expect(jobArguments(['submit', ...publish])).toMatchObject({
    wait: false,
    request: { kind: 'publish', plan: '230898', parameters: { filed: resolve('A'), reason: '年度维护' } },
  });
});

it('takes the lists of key projects of a review', () => {
  const review = ['review', '--filed', 'A', '--maintained', 'B', '--out', 'o'];
  expect(
    jobArguments(['submit', ...review, '--projects', 'p.xlsx', '--filed-projects', 'f.csv']),
  ).toMatchObject({
    request: { parameters: { projects: resolve('p.xlsx'), filedProjects: resolve('f.csv') } },
  });
});

it.each([
  [['submit'], '收到的是 空'],
  [['submit', 'tiles'], '收到的是 tiles'],
  [['submit', 'import', '--reason', '备案'], '要一个路径'],
  [['submit', 'import', 'A.gdb'], '缺少 --reason'],
  [['submit', 'review', '--filed', 'A'], '缺少 --maintained、--out'],
  [['submit', 'review', 'A.gdb', '--filed', 'A', '--maintained', 'B', '--out', 'o'], '不带路径'],
  [['submit', 'import', 'A.gdb', '--reason', '备案', '--fix'], '没有选项 --fix'],
  [
    ['submit', 'review', '--filed', 'A', '--maintained', 'B', '--out', 'o', '--date', '20260230'],
    '--date 要写成',
  ],
  [['submit', 'inspect', 'A.gdb', '--out', 'o', '--data', 'a', '--database-url', 'b'], '只能写一个'],
])('refuses %j and says why', (args, sentence) => {
  expect(() => jobArguments(args)).toThrow(sentence);
});
