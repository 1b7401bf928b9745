import type { Catalogue } from '../../words/use-words.ts';

const zh = {
  layer: '图层',
  title: '按乡镇和分类统计',
  computing: '正在统计。第一次要等一会儿，之后就快了。',
  show: '显示',
  units: { area: '面积', share: '占比' } as Readonly<Record<'area' | 'share', string>>,
  township: '乡镇',
  sum: '合计',
  outside: '乡镇以外',
  copy: '复制表格',
  copied: '已复制',
  cell: (region: string, title: string) => `查询${region}的${title}`,
  total: (ha: string, mu: string, n: string) => `${ha} ha · ${mu} 亩 · ${n} 个要素`,
  hint: '点一个数，图上显示它是哪些地。',
  chart: '各乡镇的分类面积（公顷）',
  none: '这个图层没有要素，没有可以统计的。',
  classes: '分类',
  resize: '拖动以改变统计表的高度',
};

const en: typeof zh = {
  layer: 'Layer',
  title: 'By township and class',
  computing: 'Counting. The first time takes a while.',
  show: 'Show',
  units: { area: 'Area', share: 'Share' },
  township: 'Township',
  sum: 'Sum',
  outside: 'Outside of all',
  copy: 'Copy table',
  copied: 'Copied',
  cell: (region, title) => `Find ${title} of ${region}`,
  total: (ha, mu, n) => `${ha} ha · ${mu} mu · ${n} features`,
  hint: 'A click on a figure shows on the map which ground it is.',
  chart: 'Area of classes by township (ha)',
  none: 'This layer has no features: there is nothing to count.',
  classes: 'Classes',
  resize: 'Drag to change the height of the statistics',
};

export const statisticsWords: Catalogue<typeof zh> = { zh, en };
