import { fieldsFrom } from '../field.ts';
import { identityFieldsBy } from './common-fields.ts';
import type { LayerSpec } from './spec.ts';

const none = {
  source: '未核实：图层代码与字段为本项目暂定（standards.md §5.2）',
  confidence: 'none',
} as const;
const suggested = fieldsFrom({ source: none.source, confidence: 'suggestion' });
const { text, double } = suggested;

/**
 * 开发区四至范围, which 开发区划入率 needs (standards.md §5.2). No source names the layer or its fields: the code KFQ and the
 * table are ours, until a province's rule gives the real ones.
 */
export const developmentZone: LayerSpec = {
  code: 'KFQ',
  title: '开发区范围',
  ysdm: { value: null, ...none },
  mode: 'none',
  comparedField: null,
  areaFields: ['MJ'],
  netAreaFields: [],
  fields: [
    ...identityFieldsBy(suggested),
    text('KFQMC', '开发区名称', 100),
    double('MJ', '面积'),
    text('BZ', '备注', 255),
  ],
  aliases: ['KFQFW', '开发区', '开发区四至范围'],
  maintainable: false,
  ...none,
};
