import type { Catalogue } from '../words/use-words.ts';
import type { LayerGroup } from './layer-groups.ts';
import type { PanelName } from './scene-state.ts';

const zh = {
  panels: {
    layers: '图层',
    query: '查询',
    statistics: '统计',
    compare: '对比',
    print: '出图',
  } as Readonly<Record<PanelName, string>>,
  collapse: '收起面板',
  expand: '展开面板',
  close: '关闭',
  groups: { present: '现状', planned: '规划', managed: '管理', society: '社会经济' } as Readonly<
    Record<LayerGroup, string>
  >,
  noPlan: '这个行政区还没有规划。在“动态维护”中入库一个规划数据库，或在上方换一个行政区。',
  noRecord: '没有这个版本，现在显示的是当前有效的版本。',
  version: (n: number) => `第 ${n} 版`,
  headVersion: '当前',
  share: '复制链接',
  shared: '链接已复制',
  shareFailed: '浏览器不允许复制。请从地址栏复制链接。',
  shortcuts: '快捷键',
  shortcutList: [
    ['/', '在目录中查找图层'],
    ['Esc', '关闭最上面的卡片，结束量算'],
    ['← ↑ → ↓', '移动地图'],
    ['+ −', '放大、缩小'],
    ['1 … 5', '图层、查询、统计、对比、出图'],
    ['M', '量距离'],
    ['A', '量面积'],
    ['?', '打开这张表'],
  ] as readonly (readonly [string, string])[],
};

const en: typeof zh = {
  panels: { layers: 'Layers', query: 'Query', statistics: 'Statistics', compare: 'Compare', print: 'Print' },
  collapse: 'Collapse the panel',
  expand: 'Open the panel',
  close: 'Close',
  groups: { present: 'Current state', planned: 'Plan', managed: 'Control', society: 'Society and economy' },
  noPlan:
    'There is no plan of this region yet. Import a plan database in “Maintenance”, or choose another region above.',
  noRecord: 'There is no such version; the one in force is shown.',
  version: (n) => `Version ${n}`,
  headVersion: 'in force',
  share: 'Copy link',
  shared: 'Link copied',
  shareFailed: 'The browser does not allow copying. Copy the link from the address bar.',
  shortcuts: 'Keyboard shortcuts',
  shortcutList: [
    ['/', 'Find a layer in the catalogue'],
    ['Esc', 'Close the card on top, end measuring'],
    ['← ↑ → ↓', 'Move the map'],
    ['+ −', 'Zoom in, zoom out'],
    ['1 … 5', 'Layers, query, statistics, compare, print'],
    ['M', 'Measure a distance'],
    ['A', 'Measure an area'],
    ['?', 'Open this list'],
  ],
};

export const oneMapWords: Catalogue<typeof zh> = { zh, en };
