import { layerSpec } from '@tuheng/standard';
import { planDatabases } from '../plan-databases.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import type { Severity } from '../rule-data.ts';
import { shown } from '../shown.ts';

/**
 * C-03: a plan database has the layers that are required, no layer twice, and none that the standard does not know. The full list of
 * layers was not published (未核实), so a layer we only derive, and one we do not know, is a warning.
 */
export const requiredLayers: InspectionRule = {
  id: 'C-03',
  category: 'completeness',
  severity: 'error',
  title: '图层齐全',
  description: '规划数据库包含必备图层，没有重复的图层；标准以外的图层须说明（图层清单未核实）。',
  basis: [
    {
      document: '《市级国土空间总体规划数据库规范（试行）》目录',
      source: 'standards.md §2.1 [FQ]',
      confidence: 'found',
    },
  ],
  parameters: [
    {
      name: 'requiredLayers',
      title: '必备图层',
      value: ['CZKFBJ', 'STBHHX', 'YJJBNTBHTB'],
      unit: '',
      source: 'standards.md §2.7 [GTR1]：矢量数据须包含三条控制线',
      confidence: 'found',
    },
    {
      name: 'derivedLayers',
      title: '应有图层（推定，缺少时警告）',
      value: ['GHFQ'],
      unit: '',
      source: 'standards.md §2.1 [FQ]、§2.2 [GHBOX]：目录和维护清单中有规划分区，必备与否未核实',
      confidence: 'derived',
    },
  ],
  requires: [],
  noSubject: '没有规划数据库。',
  subjects: planDatabases,
  inspect({ database, layers }, context) {
    const { otherLayers } = database!;
    const delivered = new Set([...layers, ...otherLayers].map(({ code }) => code));
    const missing = (list: string, severity: Severity, doubt: string): RuleFinding[] =>
      context
        .list('C-03', list)
        .filter((code) => !delivered.has(code))
        .map((code) => ({
          object: code,
          severity,
          message: `没有${layerSpec(code)?.title ?? ''}图层 ${code}${doubt}。`,
          suggestion: '补上图层；图层名称不同的，在地方细则中设置别名。',
        }));
    const others = otherLayers.flatMap(({ sourceName, code, reason }): RuleFinding[] => {
      if (reason === 'duplicate') {
        return [
          {
            object: sourceName,
            message: `图层 ${shown(sourceName)} 与另一个图层都是 ${code ?? '同一图层'}。`,
            suggestion: '只保留一个。',
          },
        ];
      }
      if (reason !== 'unknown') return [];
      return [
        {
          object: sourceName,
          severity: 'warning',
          message: `图层 ${shown(sourceName)} 不在已知的图层清单中（完整清单未核实）。`,
          suggestion: '核对图层名称；确为规定图层的，在地方细则中设置别名。',
        },
      ];
    });
    return {
      findings: [
        ...missing('requiredLayers', 'error', ''),
        ...missing('derivedLayers', 'warning', '（必备与否未核实）'),
        ...others,
      ],
    };
  },
};
