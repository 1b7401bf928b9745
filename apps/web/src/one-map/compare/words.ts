import type { Catalogue } from '../../words/use-words.ts';

const zh = {
  against: '与哪一版对比',
  choose: '选一个版本',
  only: '这个规划只有一个版本，没有可以对比的。',
  off: '不叠加',
  mode: '怎么看',
  differences: '差别',
  none: '两个版本没有差别。',
  layer: (title: string) => `${title}的差别`,
  ended: '只在旧版',
  opened: '只在新版',
  count: (n: string) => `${n} 个`,
  more: (n: string) => `再显示一些（还有 ${n} 个）`,
  leftOut: (n: string) => `图上只画最大的 5000 个，另有 ${n} 个没有画。`,
  hint: '红色虚线晕线：只在旧版中；绿色实线：只在新版中。点一行定位。',
};

const en: typeof zh = {
  against: 'Compare with',
  choose: 'Choose a version',
  only: 'This plan has one version only: there is nothing to compare.',
  off: 'Off',
  mode: 'How to look',
  differences: 'Differences',
  none: 'The two versions do not differ.',
  layer: (title) => `Differences of ${title}`,
  ended: 'Before only',
  opened: 'After only',
  count: (n) => n,
  more: (n) => `Show more (${n} left)`,
  leftOut: (n) => `The map shows the largest 5000; ${n} more are not drawn.`,
  hint: 'Red dashed hatching: only before; green solid: only after. A row goes to its feature.',
};

export const compareWords: Catalogue<typeof zh> = { zh, en };
