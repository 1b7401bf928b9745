import { fieldsFrom } from '../field.ts';
import { areaField, identityFields, remarkField, zoneFields } from './common-fields.ts';
import type { LayerSpec } from './spec.ts';

const ontology = fieldsFrom({ source: 'standards.md §2.4.6 [GDA]', confidence: 'found' });
const found = { source: 'standards.md §2.2 [GHBOX]', confidence: 'found' } as const;

const zoned = {
  mode: 'reclassify',
  comparedField: 'GHFQDM',
  areaFields: ['MJ'],
  netAreaFields: [],
  fields: [...identityFields, ...zoneFields, areaField, remarkField],
  aliases: [],
  maintainable: true,
  ysdm: { value: '2090020610', ...found },
  ...found,
} as const;

const county: LayerSpec = { ...zoned, code: 'GHFQ', title: '规划分区' };

const landUse: LayerSpec = { ...zoned, code: 'YDYHGHFQ', title: '用地用海规划分区' };

const centralCity: LayerSpec = {
  ...zoned,
  code: 'ZXCQGHFQ',
  title: '中心城区规划分区',
  fields: [
    ...identityFields,
    ...zoneFields,
    areaField,
    ontology.text('GKZY', '管控指引', 255, { unverified: ['type', 'length'] }),
    remarkField,
  ],
};

/**
 * 属性变更 by the submission database, but no source names the field that is compared (the only tool seen skips the layer),
 * nor any field of its own besides the area: no change can be computed until that is known.
 */
const townshipFunction: LayerSpec = {
  ...zoned,
  code: 'XZZTGNDW',
  title: '乡级主体功能定位',
  mode: 'none',
  comparedField: null,
  ysdm: { value: '2090020130', ...found },
  fields: [...identityFields, areaField, remarkField],
};

/** 规划分区 of the county, of its land and sea use, of the central city, and 乡级主体功能定位. */
export const zoningLayers: readonly LayerSpec[] = [county, landUse, centralCity, townshipFunction];
