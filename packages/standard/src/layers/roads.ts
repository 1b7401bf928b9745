import { fieldsFrom } from '../field.ts';
import type { LayerSpec } from './spec.ts';

const none = {
  source: '未核实：图层代码与字段为本项目暂定（standards.md §5.5）',
  confidence: 'none',
} as const;
const { text, double } = fieldsFrom({ source: none.source, confidence: 'suggestion' });

/**
 * 道路中心线, along which 服务范围 is measured (standards.md §5.5). No source names such a layer of a plan database: the code DLZXX and the
 * table are ours, until a province's rule gives the real ones. The one layer of lines.
 */
export const roadLines: LayerSpec = {
  code: 'DLZXX',
  title: '道路中心线',
  geometry: 'line',
  ysdm: { value: null, ...none },
  mode: 'none',
  comparedField: null,
  areaFields: [],
  netAreaFields: [],
  fields: [
    text('BSM', '标识码', 18),
    text('DLMC', '道路名称', 100),
    text('DLDJ', '道路等级', 20),
    double('KD', '宽度'),
    text('BZ', '备注', 255),
  ],
  aliases: ['路网'],
  maintainable: false,
  ...none,
};
