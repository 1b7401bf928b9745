import { expect, it } from 'vitest';
import type { Job } from '../../api/answers.ts';
import { mergeJobs } from './earlier-query.ts';

const job = (id: string, requestedAt: string, kind = 'review', progress = 0) =>
  ({ id, requestedAt, kind, progress }) as Job;

it('has each job once, as it was told last, the latest first, and no other kinds of jobs', () => {
  const earlier = [job('a', '1'), job('b', '2')];
  const live = [job('b', '2', 'review', 0.5), job('c', '3', 'inspect'), job('d', '4', 'tiles')];
  expect(mergeJobs(earlier, live).map(({ id, progress }) => [id, progress])).toEqual([
    ['c', 0],
    ['b', 0.5],
    ['a', 0],
  ]);
});
