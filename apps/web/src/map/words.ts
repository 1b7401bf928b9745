import type { Catalogue } from '../words/use-words.ts';

const zh = {
  map: '地图',
  swipeHandle: '卷帘位置',
  zoomIn: '放大',
  zoomOut: '缩小',
  wholeCounty: '全县',
  basemap: '底图',
  modes: { swipe: '卷帘', side: '并排', blink: '闪烁' } as Readonly<Record<string, string>>,
  compareMode: '对比方式',
  controls: {
    'Map.Title': '地图',
    'CooperativeGesturesHandler.WindowsHelpText': '按住 Ctrl 滚动来缩放地图',
    'CooperativeGesturesHandler.MacHelpText': '按住 ⌘ 滚动来缩放地图',
    'CooperativeGesturesHandler.MobileHelpText': '用两个手指移动地图',
  } as Readonly<Record<string, string>>,
};

const en: typeof zh = {
  map: 'Map',
  swipeHandle: 'Swipe position',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeCounty: 'Whole county',
  basemap: 'Basemap',
  modes: { swipe: 'Swipe', side: 'Side by side', blink: 'Blink' },
  compareMode: 'How to compare',
  controls: {},
};

export const mapWords: Catalogue<typeof zh> = { zh, en };
