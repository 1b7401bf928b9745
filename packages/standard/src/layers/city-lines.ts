import { controlFields, namedField } from './control-fields.ts';
import type { LayerSpec } from './spec.ts';

const found = { source: 'standards.md §2.2, §2.3 [GHBOX]', confidence: 'found' } as const;

const line = {
  mode: 'transfer',
  comparedField: null,
  areaFields: ['MJ'],
  netAreaFields: [],
  maintainable: true,
  ...found,
} as const;

const blue: LayerSpec = {
  ...line,
  code: 'ZXCQCSLX',
  title: '中心城区城市蓝线',
  // The tool repeats the code of 紫线, a slip; the row 232, 233, 234 of the others suggests 231.
  ysdm: { value: '2090020231', source: 'standards.md §2.2, §10', confidence: 'derived' },
  fields: controlFields(),
  aliases: ['CZKFBJFWCSLX', '城市蓝线'],
};

const green: LayerSpec = {
  ...line,
  code: 'ZXCQCSLVX',
  title: '中心城区城市绿线',
  ysdm: { value: '2090020232', ...found },
  fields: controlFields(namedField('LX', '类型')),
  aliases: ['CZKFBJFWCSLVX', '城市绿线'],
};

const purple: LayerSpec = {
  ...line,
  code: 'ZXCQCSZX',
  title: '中心城区城市紫线',
  ysdm: { value: '2090020233', ...found },
  fields: controlFields(),
  aliases: ['CZKFBJFWCSZX', '城市紫线'],
};

const yellow: LayerSpec = {
  ...line,
  code: 'ZXCQCSHX',
  title: '中心城区城市黄线',
  ysdm: { value: '2090020234', ...found },
  fields: controlFields(namedField('SSLX', '设施类型'), namedField('SSDJ', '设施等级')),
  aliases: ['CZKFBJFWCSHX', '城市黄线'],
};

/** 城市四线: blue, green, purple, yellow. */
export const cityLines: readonly LayerSpec[] = [blue, green, purple, yellow];
