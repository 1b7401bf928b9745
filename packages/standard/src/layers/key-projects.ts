import { fieldsFrom } from '../field.ts';
import { identityFieldsBy } from './common-fields.ts';
import type { LayerSpec } from './spec.ts';

const none = {
  source: '未核实：图层代码与字段为本项目暂定（standards.md §5.6）',
  confidence: 'none',
} as const;
const suggested = fieldsFrom({ source: none.source, confidence: 'suggestion' });
const { text, double, integer } = suggested;

/**
 * 重点建设项目, the ground of the projects that the plan lists (standards.md §5.6). The standard's contents name such a layer, but no source
 * gives its code or its fields: ZDJSXM and the table are ours, until a province's rule gives the real ones. Areas besides MJ are in hectares,
 * as lists state them.
 */
export const keyProjects: LayerSpec = {
  code: 'ZDJSXM',
  title: '重点建设项目',
  ysdm: { value: null, ...none },
  mode: 'none',
  comparedField: null,
  areaFields: ['MJ'],
  netAreaFields: [],
  fields: [
    ...identityFieldsBy(suggested),
    text('XMBH', '项目编号', 50),
    text('XMMC', '项目名称', 200),
    text('XMJB', '项目级别', 20),
    text('XMLX', '项目类别', 50),
    text('JSXZ', '建设性质', 20),
    text('JSNX', '建设年限', 50),
    double('YDGM', '用地规模'),
    double('XZYDGM', '新增建设用地规模'),
    double('ZGDMJ', '占耕地面积'),
    double('ZYNMJ', '占永久基本农田面积'),
    double('ZHXMJ', '占生态保护红线面积'),
    text('XZFS', '选址方式', 50),
    text('YJ', '依据', 255),
    text('CZ', '操作', 20),
    text('CZLY', '操作理由', 255),
    integer('XH', '序号'),
    double('MJ', '面积'),
    text('BZ', '备注', 255),
  ],
  aliases: ['重点项目', '重点建设项目范围', '重点建设项目用地'],
  maintainable: false,
  ...none,
};
