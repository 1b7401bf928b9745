import type { Catalogue } from '../../words/use-words.ts';

const zh = {
  title: '这里有什么',
  at: (lon: string, lat: string) => `东经 ${lon}°，北纬 ${lat}°`,
  nothing: '这里没有要素。换一个位置，或在图层目录中换一个版本。',
  asking: '正在查询…',
  features: (n: number) => `${n} 个要素`,
  ellipsoidArea: '椭球面积',
  computing: '正在计算…',
  sound: (rules: string) => `单个图形检查通过（${rules}）`,
  notSound: (n: number) => `单个图形检查发现 ${n} 处问题`,
  computedHere: '面积和检查在本机浏览器中按国家椭球面积公式和质检规则计算',
  fly: '定位到这个要素',
  empty: '—',
  change: (before: number, after: number) => `第 ${before} 版 → 第 ${after} 版`,
  changeNone: '这块地没有变化',
  changeNoise: (n: number) => `另有 ${n} 处低于容差，算数据噪声`,
  kinds: { in: '调入', out: '调出', reclassified: '属性变更' } as Readonly<Record<string, string>>,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  pieces: (n: number) => `${n} 块`,
  beforeSide: (n: number) => `第 ${n} 版（对比前）`,
  tooLarge: '这个要素与太多要素相接，变化请在“对比”的清单中看。',
  mu: '亩',
};

const en: typeof zh = {
  title: 'What is here',
  at: (lon, lat) => `${lon}° E, ${lat}° N`,
  nothing: 'There is no feature here. Try another place, or another version in the catalogue.',
  asking: 'Asking…',
  features: (n) => `${n} features`,
  ellipsoidArea: 'Ellipsoid area',
  computing: 'Computing…',
  sound: (rules) => `The shape alone passes (${rules})`,
  notSound: (n) => `${n} faults of the shape alone`,
  computedHere:
    'Area and checks are computed in this browser, by the national ellipsoid formula and the rules of the inspection',
  fly: 'Go to this feature',
  empty: '—',
  change: (before, after) => `Version ${before} → version ${after}`,
  changeNone: 'Nothing changed on this ground',
  changeNoise: (n) => `${n} more below the tolerance count as noise`,
  kinds: { in: 'Transferred in', out: 'Transferred out', reclassified: 'Reclassified' },
  fromTo: (from, to) => `${from} → ${to}`,
  pieces: (n) => `${n} pieces`,
  beforeSide: (n) => `Version ${n} (before)`,
  tooLarge: 'This feature touches too many others; see the list of differences in “Compare”.',
  mu: 'mu',
};

export const identifyWords: Catalogue<typeof zh> = { zh, en };
