import type { Catalogue } from '../../words/use-words.ts';

const zh = {
  find: '查找图层',
  findHint: '名称或代码，按 / 键',
  version: '版本',
  byNumber: '按版本',
  byDay: '按日期',
  day: '该日结束时有效的版本',
  inForce: '当前有效',
  opacity: (title: string) => `${title}：不透明度`,
  show: (title: string) => `显示${title}`,
  up: (title: string) => `${title}上移一层`,
  down: (title: string) => `${title}下移一层`,
  more: (title: string) => `${title}：图例和不透明度`,
  drag: '拖动以改变上下次序',
  shown: '显示中',
  shownHint: '上面的盖住下面的',
  nothingShown: '没有显示任何图层。在下面打开一个。',
  features: (n: string) => `${n} 个要素`,
  legend: '图例',
  moreClasses: (n: number) => `其余 ${n} 类`,
  nothingFound: '没有这样的图层。换一个名称或代码。',
};

const en: typeof zh = {
  find: 'Find a layer',
  findHint: 'Name or code; press /',
  version: 'Version',
  byNumber: 'By number',
  byDay: 'By day',
  day: 'The version in force at the end of the day',
  inForce: 'in force',
  opacity: (title) => `${title}: opacity`,
  show: (title) => `Show ${title}`,
  up: (title) => `Move ${title} up`,
  down: (title) => `Move ${title} down`,
  more: (title) => `${title}: legend and opacity`,
  drag: 'Drag to change the order',
  shown: 'Shown',
  shownHint: 'the upper cover the lower',
  nothingShown: 'No layer is shown. Switch one on below.',
  features: (n) => `${n} features`,
  legend: 'Legend',
  moreClasses: (n) => `${n} more`,
  nothingFound: 'No such layer. Try another name or code.',
};

export const catalogueWords: Catalogue<typeof zh> = { zh, en };
