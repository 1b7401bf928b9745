import { double, identity, remarks, text } from '../field.ts';
import type { LayerSpec } from '../layer-spec.ts';

const found = { source: 'standards.md §2.2、§2.4.7', confidence: 'found' } as const;

function plannedLandUse(code: string, title: string, ysdm: string, maintainable: boolean): LayerSpec {
  return {
    ...found,
    code,
    title,
    ysdm: { value: ysdm, ...found },
    mode: 'reclassify',
    comparedField: 'YDYHFLDM',
    areaFields: ['TBMJ', 'TBDLMJ'],
    aliases: [],
    maintainable,
    fields: [
      ...identity,
      text('YDYHFLDM', '用地用海分类代码', 10, { codeKind: 'landUse' }),
      text('YDYHFLMC', '用地用海分类名称', 50),
      double('TBMJ', '图斑面积'),
      double('TBDLMJ', '图斑地类面积'),
      text('JQDLDM', '基期地类代码', 10, { codeKind: 'survey', aliases: ['JQDLBM'] }),
      text('JQDLMC', '基期地类名称', 50),
      text('GHZT', '规划状态', 2),
      text('CZCSX', '城镇村属性', 2),
      remarks,
    ],
  };
}

export const landUseLayers: readonly LayerSpec[] = [
  plannedLandUse('ZXCQGHYDYH', '中心城区规划用地用海', '2090020620', true),
  plannedLandUse('GHYDYH', '规划用地用海', '2090020630', false),
];
