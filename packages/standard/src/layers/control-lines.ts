import { type FieldSpec, fieldsFrom, withDoubt } from '../field.ts';
import { areaField, identityFields, remarkField, zoneFields } from './common-fields.ts';
import { farmlandFields, farmlandVariants } from './farmland-fields.ts';
import { type LayerSpec, unknownYsdm } from './spec.ts';

/**
 * The three control lines are submitted through channels of their own, so the submission database has no mode for them;
 * comparing footprints is what the scheme's 调入/调出 asks for.
 */
const line = {
  mode: 'transfer',
  comparedField: null,
  netAreaFields: [],
  maintainable: true,
  ysdm: unknownYsdm,
  source: 'standards.md §2.2, §2.5 [SQL3X, SEED]',
  confidence: 'derived',
} as const;

const urbanDevelopmentBoundary: LayerSpec = {
  ...line,
  code: 'CZKFBJ',
  title: '城镇开发边界',
  areaFields: ['MJ'],
  fields: [...identityFields, ...zoneFields, areaField, remarkField],
  aliases: [],
};

const national = fieldsFrom({ source: 'standards.md §2.4.2 [SQL3X, WH]', confidence: 'found' });
const ontology = fieldsFrom({ source: 'standards.md §2.4.2 [GDA]', confidence: 'found' });

/** In the other two distributions the county's code and name stand where the national one has XZQDM and XZQMC. */
const redLineIdentity = identityFields.map((field): FieldSpec => {
  if (field.name === 'XZQDM') return { ...field, aliases: ['XJXZQDM', 'XJXZQHDM'] };
  if (field.name === 'XZQMC') return { ...field, aliases: ['XJXZQMC'] };
  return field;
});

/** Every length in the source is 255: an artefact of the import, not the standard. */
const redLineFields = withDoubt(
  ['length'],
  [
    national.text('SHENG', '省', 255),
    national.text('SHI', '市', 255),
    national.text('XIAN', '县', 255),
    national.text('HXBM', '红线编码', 255),
    national.text('HXMC', '红线名称', 255, { aliases: ['MC'] }),
    national.text('HXLX', '红线类型', 255),
    national.text('LXBM', '类型编码', 255, { aliases: ['LXDM'] }),
    areaField,
    national.text('ZRBHDMC', '自然保护地名称', 255),
    national.text('ZRBHDJB', '自然保护地级别', 255),
    national.text('ZRBHDLX', '自然保护地类型', 255),
    national.text('ZRBHDFQ', '自然保护地分区', 255),
    national.text('XTYZBLX', '生态系统与植被类型', 255, { aliases: ['STXTYZBLX'] }),
    national.text('GKCS', '管控措施', 255),
    national.text('SZXJXZQDM', '所在县级行政区代码', 255, { codeKind: 'adcode' }),
    national.text('SZXJXZQMC', '所在县级行政区名称', 255),
  ],
);

const ecologicalRedLine: LayerSpec = {
  ...line,
  code: 'STBHHX',
  title: '生态保护红线',
  areaFields: ['MJ'],
  fields: [...redLineIdentity, ...redLineFields, remarkField],
  variants: [
    {
      title: '规划分册',
      fields: withDoubt(
        ['title', 'type', 'length'],
        [
          ontology.text('SJXZQMC', '省级行政区名称', 255),
          ontology.text('SJXZQMC1', '市级行政区名称', 255),
          ontology.text('LHLX', '陆海类型', 255),
        ],
      ),
    },
    {
      title: '调查分册',
      fields: withDoubt(
        ['title', 'type', 'length'],
        [
          ontology.text('SLDM', '设立代码', 255),
          // km², not m²: never an alias of MJ.
          ontology.double('QYMJ', '区域面积（平方千米）'),
          ontology.text('SLSJ', '设立时间', 255),
          ontology.text('RKSL', '人口数量', 255),
          ontology.text('STGNYBHMB', '生态功能与保护目标', 255),
          ontology.text('RWHDLX', '人为活动类型', 255),
          ontology.text('STHJWT', '生态环境问题', 255),
        ],
      ),
    },
  ],
  aliases: ['陆域生态保护红线'],
};

const permanentBasicFarmland: LayerSpec = {
  ...line,
  code: 'YJJBNTBHTB',
  title: '永久基本农田保护图斑',
  areaFields: ['YJJBNTTBMJ', 'YJJBNTMJ'],
  // By analogy with TBDLMJ = TBMJ − KCMJ, which the sources state for DLTB only.
  netAreaFields: ['YJJBNTMJ'],
  fields: farmlandFields,
  variants: farmlandVariants,
  aliases: ['YJJBNT', 'YJJBNTTB', '永久基本农田'],
};

/** 城镇开发边界, 生态保护红线, 永久基本农田保护图斑. */
export const controlLines: readonly LayerSpec[] = [
  urbanDevelopmentBoundary,
  ecologicalRedLine,
  permanentBasicFarmland,
];
