import { fieldsFrom } from '../field.ts';
import { identityFields, remarkField } from './common-fields.ts';
import type { LayerSpec } from './spec.ts';

const style = fieldsFrom({ source: 'standards.md §2.4.7 [CCT]', confidence: 'found' });
const tool = fieldsFrom({ source: 'standards.md §2.4.7 [GHBOX]', confidence: 'found' });
const city = fieldsFrom({ source: 'standards.md §2.4.7 [GDA, ZJ1]', confidence: 'found' });

const planned = {
  mode: 'reclassify',
  comparedField: 'YDYHFLDM',
  areaFields: ['TBMJ', 'TBDLMJ'],
  // No KCXS in this layer: the two areas differ by nothing the record could take off.
  netAreaFields: [],
  fields: [
    ...identityFields,
    style.text('YDYHFLDM', '用地用海分类代码', 10, { codeKind: 'landUse' }),
    style.text('YDYHFLMC', '用地用海分类名称', 50),
    tool.double('TBMJ', '图斑面积'),
    tool.double('TBDLMJ', '图斑地类面积'),
    // Survey class or land-use class: the sources do not say, so no code list is tied to it.
    city.text('JQDLDM', '基期地类代码', 10, { aliases: ['JQDLBM'] }),
    city.text('JQDLMC', '基期地类名称', 50, { unverified: ['title'] }),
    city.text('GHZT', '规划状态', 2),
    city.text('CZCSX', '城镇村属性', 2, { unverified: ['length'] }),
    remarkField,
  ],
  aliases: [],
} as const;

/** The whole county: not among the maintainable layers, compared like the central city's where both plans have it. */
const county: LayerSpec = {
  ...planned,
  code: 'GHYDYH',
  title: '规划用地用海',
  // A city-level database has 2090020630 instead (standards.md §2.3, ZJ1).
  ysdm: { value: '2090020620', source: 'standards.md §2.3 [ZJ2]', confidence: 'found' },
  maintainable: false,
  source: 'standards.md §2.4.7, §2.5 [ZJ1]',
  confidence: 'derived',
};

const centralCity: LayerSpec = {
  ...planned,
  code: 'ZXCQGHYDYH',
  title: '中心城区规划用地用海',
  ysdm: { value: '2090020620', source: 'standards.md §2.3 [GHBOX, ZJ2]', confidence: 'found' },
  maintainable: true,
  source: 'standards.md §2.2 [GHBOX]',
  confidence: 'found',
};

/** 规划用地用海 of the county and of the central city. */
export const landUseLayers: readonly LayerSpec[] = [county, centralCity];
