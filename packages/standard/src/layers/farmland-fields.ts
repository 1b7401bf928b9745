import { type FieldSpec, fieldsFrom, withDoubt } from '../field.ts';
import { identityFields } from './common-fields.ts';
import type { FieldVariant } from './spec.ts';

const { text, double, integer, date } = fieldsFrom({
  source: 'standards.md §2.4.3 [SQL3X]',
  confidence: 'found',
});
const disposal = fieldsFrom({ source: 'standards.md §2.4.3 [WH]', confidence: 'found' });

/** The source names the column; the Chinese is our reading of the pinyin, or the code again where it cannot be read. */
const read = { unverified: ['title'] } as const;

/** 永久基本农田保护图斑, national distribution. */
export const farmlandFields: readonly FieldSpec[] = [
  ...identityFields,
  text('YJJBNTTBBH', '永久基本农田图斑编号', 20),
  text('TBBH', '图斑编号', 8),
  text('DLBM', '地类编码', 5, { codeKind: 'survey' }),
  text('DLMC', '地类名称', 60),
  text('QSXZ', '权属性质', 2),
  text('QSDWDM', '权属单位代码', 19, read),
  text('QSDWMC', '权属单位名称', 255, read),
  text('ZLDWDM', '坐落单位代码', 19),
  text('ZLDWMC', '坐落单位名称', 255, read),
  double('YJJBNTTBMJ', '永久基本农田图斑面积'),
  text('KCDLBM', '扣除地类编码', 5, { codeKind: 'survey' }),
  double('KCXS', '扣除系数'),
  double('KCMJ', '扣除面积'),
  double('YJJBNTMJ', '永久基本农田面积'),
  text('GDLX', '耕地类型', 2, read),
  text('GDPDJB', '坡度级别', 2),
  text('GGBZL', '灌溉保证率', 10, read),
  text('TBXHDM', '图斑细化代码', 6),
  text('TBXHMC', '图斑细化名称', 20, read),
  text('ZZSXDM', '种植属性代码', 6),
  text('ZZSXMC', '种植属性名称', 20, read),
  integer('GDDB', '耕地等别'),
  integer('GDDJ', '耕地等级'),
  text('ZLFLDM', '质量分类代码', 12),
  text('FRDBS', '飞入地标识', 1),
  integer('SJNF', '数据年份'),
  // CFZR, ZZRR and ZRRMC look like names of persons, but the source calls only the three fields marked below personal
  // data (standards.md §2.4.3, §12.9), so only those are dropped.
  text('CFZR', '村负责人', 20, read),
  text('ZMC', '组名称', 50, read),
  text('ZZRR', '组责任人', 20, read),
  text('ZRRZJHM', '责任人证件号码', 18, { personal: true, ...read }),
  text('ZRRMC', '责任人名称', 20, read),
  text('LXDH', '联系电话', 20, { personal: true, ...read }),
  text('JZDZ', '居住地址', 50, { personal: true, ...read }),
  date('BHKSSJ', '保护开始时间', read),
  date('BHJSSJ', '保护结束时间', read),
  text('SJBH', 'SJBH', 20, read),
  text('SJMC', 'SJMC', 50, read),
  text('ZRSYX', 'ZRSYX', 100, read),
  text('WDGD', '稳定耕地', 10, read),
  text('SFWYYJJBNT', '是否为原永久基本农田', 10, read),
  text('FWDGDHRLY', '非稳定耕地划入理由', 255, read),
  text('BZ', '备注', 50),
];

/** The columns 永农核实处置 adds; the source has no types for them. */
export const farmlandVariants: readonly FieldVariant[] = [
  {
    title: '永久基本农田核实处置',
    fields: withDoubt(
      ['type', 'length'],
      [
        disposal.text('CZKFBJBH', '是否城镇开发边界内补划', 255),
        disposal.text('CN', '承诺地块', 255),
        disposal.text('CZLXDM', '处置类型', 255),
        disposal.text('YJJBNTLX', '永久基本农田类型', 255),
      ],
    ),
  },
];
