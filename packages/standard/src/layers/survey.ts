import { type FieldSpec, fieldsFrom } from '../field.ts';
import { type LayerSpec, unknownYsdm } from './spec.ts';

const survey = fieldsFrom({ source: 'standards.md §2.4.5 [SQL3X]', confidence: 'found' });
const target = fieldsFrom({ source: 'standards.md §2.4.4 [SQL3X]', confidence: 'found' });
/** The source names the column; the Chinese is our reading of the pinyin, or the code again where it cannot be read. */
const read = { unverified: ['title'] } as const;

/** BSM … GDLX: a parcel with its owner, its place and its areas, in DLTB and in the layers cut from it. */
function parcelFields({ text, double }: typeof survey): FieldSpec[] {
  return [
    text('BSM', '标识码', 18),
    text('YSDM', '要素代码', 10),
    text('TBYBH', '图斑预编号', 18),
    text('TBBH', '图斑编号', 8),
    text('DLBM', '地类编码', 5, { codeKind: 'survey' }),
    text('DLMC', '地类名称', 60),
    text('QSXZ', '权属性质', 2),
    text('QSDWDM', '权属单位代码', 19, read),
    text('QSDWMC', '权属单位名称', 255, read),
    text('ZLDWDM', '坐落单位代码', 19),
    text('ZLDWMC', '坐落单位名称', 255, read),
    double('TBMJ', '图斑面积'),
    text('KCDLBM', '扣除地类编码', 5, { codeKind: 'survey' }),
    double('KCXS', '扣除系数'),
    double('KCMJ', '扣除面积'),
    double('TBDLMJ', '图斑地类面积'),
    text('GDLX', '耕地类型', 2, read),
  ];
}

/** 图斑细化 and 种植属性: 6 characters for the codes, 20 for the names; one import of DLTB has 30 and 100. */
function refinementFields({ text }: typeof survey): FieldSpec[] {
  return [
    text('TBXHDM', '图斑细化代码', 6),
    text('TBXHMC', '图斑细化名称', 20, read),
    text('ZZSXDM', '种植属性代码', 6),
    text('ZZSXMC', '种植属性名称', 20, read),
  ];
}

const reference = {
  ysdm: unknownYsdm,
  mode: 'none',
  comparedField: null,
  aliases: [],
  maintainable: false,
  source: 'standards.md §2.4.5 [SQL3X]',
  confidence: 'found',
} as const;

const parcelAreas = { areaFields: ['TBMJ', 'TBDLMJ'], netAreaFields: ['TBDLMJ'] } as const;

/** Outside the scope of maintenance, but what the rule on cultivated land compares. */
const cultivatedLandTarget: LayerSpec = {
  ...reference,
  ...parcelAreas,
  code: 'GDBHMB',
  title: '耕地保护目标',
  mode: 'transfer',
  fields: [
    ...parcelFields(target),
    target.integer('SFWHTD', 'SFWHTD', read),
    target.text('GDPDJB', '坡度级别', 2),
    ...refinementFields(target),
    target.integer('GDDB', '耕地等别'),
    target.text('FRDBS', '飞入地标识', 1),
    target.integer('SJNF', '数据年份'),
  ],
  source: 'standards.md §2.4.4, §2.5 [SQL3X]',
  confidence: 'derived',
};

const currentLandUse: LayerSpec = {
  ...reference,
  ...parcelAreas,
  code: 'DLTB',
  title: '地类图斑',
  fields: [
    ...parcelFields(survey),
    survey.text('GDPDJB', '坡度级别', 2),
    survey.double('XZDWKD', '线状地物宽度'),
    ...refinementFields(survey),
    survey.integer('GDDB', '耕地等别'),
    survey.text('FRDBS', '飞入地标识', 1),
    survey.text('CZCSXM', '城镇村属性码', 4),
    survey.integer('SJNF', '数据年份'),
    survey.text('MSSM', '描述说明', 2),
    survey.text('HDMC', '海岛名称', 100),
    survey.text('BZ', '备注', 255),
  ],
};

const region: LayerSpec = {
  ...reference,
  code: 'XZQ',
  title: '行政区',
  areaFields: ['DCMJ', 'JSMJ'],
  netAreaFields: [],
  fields: [
    survey.text('BSM', '标识码', 18),
    survey.text('YSDM', '要素代码', 10),
    survey.text('XZQDM', '行政区代码', 9, { codeKind: 'adcode' }),
    survey.text('XZQMC', '行政区名称', 100),
    survey.double('DCMJ', '调查面积'),
    survey.double('JSMJ', '计算面积'),
    survey.text('MSSM', '描述说明', 2),
    // The source gives no lengths here; these are those of DLTB.
    survey.text('HDMC', '海岛名称', 100, { unverified: ['length'] }),
    survey.text('BZ', '备注', 255, { unverified: ['length'] }),
  ],
};

/** 耕地保护目标, 地类图斑, 行政区. */
export const surveyLayers: readonly LayerSpec[] = [cultivatedLandTarget, currentLandUse, region];
