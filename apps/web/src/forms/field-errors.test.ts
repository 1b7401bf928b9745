import { expect, it } from 'vitest';
import { ApiProblem } from '../api/api-problem.ts';
import { fieldErrors } from './field-errors.ts';

const problem = ApiProblem.of(new Response(null, { status: 400 }), {
  code: 'server.invalid-request',
  title: '请求不合要求',
  invalid: [
    { at: '/reason', message: '太短' },
    { at: 'reason', message: '只有空格' },
    { at: '/grants/0/region', message: '应是 6 位' },
    { at: '/other', message: '没有这一项' },
  ],
});

it('stand at the field of the value, by its first part', () => {
  expect(fieldErrors(problem, ['name', 'reason', 'grants'])).toEqual([
    { name: 'reason', errors: ['太短', '只有空格'] },
    { name: 'grants', errors: ['应是 6 位'] },
  ]);
});

it('are none for what the server did not say', () => {
  expect(fieldErrors(new Error('x'), ['reason'])).toEqual([]);
  expect(fieldErrors(ApiProblem.unreachable(undefined), ['reason'])).toEqual([]);
});
