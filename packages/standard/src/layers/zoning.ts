import { area, identity, remarks, text } from '../field.ts';
import type { LayerSpec } from '../layer-spec.ts';

const found = { source: 'standards.md §2.2、§2.4.6', confidence: 'found' } as const;

function zoning(code: string, title: string): LayerSpec {
  return {
    ...found,
    code,
    title,
    ysdm: { value: '2090020610', ...found },
    mode: 'reclassify',
    comparedField: 'GHFQDM',
    areaFields: ['MJ'],
    aliases: [],
    maintainable: true,
    fields: [
      ...identity,
      text('GHFQDM', '规划分区代码', 3),
      text('GHFQMC', '规划分区名称', 50),
      area,
      remarks,
    ],
  };
}

/** 乡级主体功能定位: named among the maintainable layers, but no tool read here compares a field of it. */
const townshipFunction: LayerSpec = {
  ...found,
  code: 'XZZTGNDW',
  title: '乡级主体功能定位',
  ysdm: { value: '2090020130', ...found },
  mode: 'none',
  comparedField: null,
  areaFields: ['MJ'],
  aliases: [],
  maintainable: true,
  fields: [...identity, area, remarks],
};

export const zoningLayers: readonly LayerSpec[] = [
  zoning('GHFQ', '规划分区'),
  zoning('YDYHGHFQ', '用地用海规划分区'),
  zoning('ZXCQGHFQ', '中心城区规划分区'),
  townshipFunction,
];
