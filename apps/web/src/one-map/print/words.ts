import type { Catalogue } from '../../words/use-words.ts';
import type { Orientation } from './sheet.ts';

const zh = {
  title: '图名',
  defaultTitle: (plan: string, layer: string) => `${plan.replace(/国土空间总体规划$/, '')}${layer}图`,
  paper: '纸张',
  orientation: '方向',
  orientations: { landscape: '横', portrait: '竖' } as Readonly<Record<Orientation, string>>,
  scale: '比例尺',
  asSeen: '按当前视野',
  grid: '经纬网',
  note: '附注',
  noteHint: '制图单位、审图号等，可不填',
  preview: '预览',
  drawing: '正在绘制…',
  pdf: '存为 PDF',
  jpg: '存为 JPG（300 dpi）',
  legend: '图例',
  more: (n: number) => `另有 ${n} 项未列出`,
  north: '北',
  source: (plan: string, version: number, day: string) => `${plan}，第 ${version} 版（${day} 发布）`,
  drawn: (day: string) => `制图日期 ${day}`,
  crs: '2000 国家大地坐标系；按 Web 墨卡托投影绘制，比例尺为图幅中心处',
  basemap: (note: string) => `底图：${note}`,
  pictureAlt: '专题图预览',
};

const en: typeof zh = {
  title: 'Title',
  defaultTitle: (plan, layer) => `${plan}: ${layer}`,
  paper: 'Paper',
  orientation: 'Orientation',
  orientations: { landscape: 'Landscape', portrait: 'Portrait' },
  scale: 'Scale',
  asSeen: 'As seen',
  grid: 'Graticule',
  note: 'Note',
  noteHint: 'Who made it, its approval number; may stay empty',
  preview: 'Preview',
  drawing: 'Drawing…',
  pdf: 'Save as PDF',
  jpg: 'Save as JPG (300 dpi)',
  legend: 'Legend',
  more: (n) => `${n} more not listed`,
  north: 'N',
  source: (plan, version, day) => `${plan}, version ${version} (published ${day})`,
  drawn: (day) => `Drawn ${day}`,
  crs: 'CGCS2000; drawn in Web Mercator, the scale holds at the middle of the map',
  basemap: (note) => `Basemap: ${note}`,
  pictureAlt: 'Preview of the map sheet',
};

export const printWords: Catalogue<typeof zh> = { zh, en };
