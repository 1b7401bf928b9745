import { planDatabases } from '../plan-databases.ts';
import type { InspectionRule } from '../rule.ts';

/**
 * C-04: the layers of a plan database have features, the required ones (C-03) as well as those delivered besides, unless the county is
 * declared to have none of the kind (本县无).
 */
export const layersNotEmpty: InspectionRule = {
  id: 'C-04',
  category: 'completeness',
  severity: 'warning',
  title: '图层不为空',
  description: '规划数据库的图层都有要素，声明“本县无”的图层除外。',
  basis: [{ document: '必备图层内容检查', source: 'standards.md §3.4 C-04', confidence: 'derived' }],
  parameters: [
    {
      name: 'absentLayers',
      title: '声明“本县无”的图层',
      value: [],
      unit: '',
      source: '由地方细则声明，默认没有',
      confidence: 'suggestion',
    },
  ],
  requires: [],
  noSubject: '没有规划数据库。',
  subjects: planDatabases,
  inspect({ layers }, context) {
    const absent = context.list('C-04', 'absentLayers');
    return {
      findings: layers
        .filter(({ code, count }) => count === 0 && !absent.includes(code))
        .map((layer) => ({
          layer,
          message: '图层没有要素。',
          suggestion: '补上要素；本县没有的，在地方细则 C-04.absentLayers 中声明。',
        })),
    };
  },
};
