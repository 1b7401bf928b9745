import { double, identity, integer, remarks, text } from '../field.ts';
import type { LayerSpec } from '../layer-spec.ts';

const notFound = { value: null, source: 'standards.md §2.3：未找到', confidence: 'none' } as const;
const common = {
  ysdm: notFound,
  mode: 'none',
  comparedField: null,
  maintainable: false,
  source: 'standards.md §2.4.5',
  confidence: 'found',
} as const;

const currentLandUse: LayerSpec = {
  ...common,
  code: 'DLTB',
  title: '地类图斑',
  areaFields: ['TBMJ', 'TBDLMJ'],
  aliases: ['DLTB2020', 'DLTB2024', '现状地类图斑'],
  fields: [
    ...identity.slice(0, 2),
    text('TBYBH', '图斑预编号', 18),
    text('TBBH', '图斑编号', 8),
    text('DLBM', '地类编码', 5, { codeKind: 'survey' }),
    text('DLMC', '地类名称', 60),
    text('QSXZ', '权属性质', 2),
    text('QSDWDM', '权属单位代码', 19),
    text('QSDWMC', '权属单位名称', 255),
    text('ZLDWDM', '坐落单位代码', 19),
    text('ZLDWMC', '坐落单位名称', 255),
    double('TBMJ', '图斑面积'),
    text('KCDLBM', '扣除地类编码', 5),
    double('KCXS', '扣除系数'),
    double('KCMJ', '扣除面积'),
    double('TBDLMJ', '图斑地类面积'),
    text('GDLX', '耕地类型', 2),
    text('GDPDJB', '坡度级别', 2),
    double('XZDWKD', '线状地物宽度'),
    text('TBXHDM', '图斑细化代码', 6),
    text('TBXHMC', '图斑细化名称', 20),
    text('ZZSXDM', '种植属性代码', 6),
    text('ZZSXMC', '种植属性名称', 20),
    integer('GDDB', '耕地等别'),
    text('FRDBS', '飞入地标识', 1),
    text('CZCSXM', '城镇村属性码', 4),
    integer('SJNF', '数据年份'),
    text('MSSM', '描述说明', 2),
    text('HDMC', '海岛名称', 100),
    remarks,
  ],
};

const region: LayerSpec = {
  ...common,
  code: 'XZQ',
  title: '行政区',
  areaFields: ['DCMJ', 'JSMJ'],
  aliases: ['行政区划'],
  fields: [
    ...identity.slice(0, 2),
    text('XZQDM', '行政区代码', 9, { codeKind: 'adcode' }),
    text('XZQMC', '行政区名称', 100),
    double('DCMJ', '调查面积'),
    double('JSMJ', '计算面积'),
    text('MSSM', '描述说明', 2),
    text('HDMC', '海岛名称', 100),
    remarks,
  ],
};

export const surveyLayers: readonly LayerSpec[] = [currentLandUse, region];
