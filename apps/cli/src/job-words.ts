import type { JobKind, JobState } from '@tuheng/store';

/** What people call the kinds of jobs. */
export const kindWords: Readonly<Record<JobKind, string>> = {
  import: '导入',
  inspect: '质检',
  review: '审查',
  publish: '发布',
  tiles: '切片',
};

export const stateWords: Readonly<Record<JobState, string>> = {
  queued: '排队',
  running: '执行中',
  done: '完成',
  failed: '失败',
  cancelled: '已取消',
};
