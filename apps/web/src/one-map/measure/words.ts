import type { Catalogue } from '../../words/use-words.ts';

const zh = {
  distance: '量距离',
  area: '量面积',
  hint: '单击加点，双击或 Enter 结束；Backspace 退回一点，Esc 结束。',
  total: '总长',
  perimeter: '周长',
  areaOf: '面积',
  segment: (n: number) => `第 ${n} 段`,
  on: '在 2000 国家大地坐标系椭球上计算：长度为大地线长，面积按国家椭球面积公式。',
  again: '重新量',
  copy: '复制坐标',
  copied: '已复制',
  mu: '亩',
};

const en: typeof zh = {
  distance: 'Measure a distance',
  area: 'Measure an area',
  hint: 'Click to set a point, double-click or Enter to end; Backspace takes the last point back, Esc ends.',
  total: 'Length',
  perimeter: 'Perimeter',
  areaOf: 'Area',
  segment: (n) => `Segment ${n}`,
  on: 'On the ellipsoid of CGCS2000: lengths are geodesic, areas follow the national ellipsoid formula.',
  again: 'Measure again',
  copy: 'Copy coordinates',
  copied: 'Copied',
  mu: 'mu',
};

export const measureWords: Catalogue<typeof zh> = { zh, en };
