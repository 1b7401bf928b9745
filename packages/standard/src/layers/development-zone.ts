import { area, identity, remarks, text } from '../field.ts';
import type { LayerSpec } from '../layer-spec.ts';

const ours = { source: '本项目暂用：标准中的图层代码未找到（未核实）', confidence: 'none' } as const;

/** 开发区四至范围, needed for 开发区划入率. The standard has such a layer, its code is not known: KFQ is ours. */
export const developmentZone: LayerSpec = {
  ...ours,
  code: 'KFQ',
  title: '开发区范围',
  ysdm: { value: null, ...ours },
  mode: 'none',
  comparedField: null,
  areaFields: ['MJ'],
  aliases: ['KFQFW', '开发区', '开发区四至范围'],
  maintainable: false,
  fields: [...identity, text('KFQMC', '开发区名称', 100, ours), area, remarks],
};
