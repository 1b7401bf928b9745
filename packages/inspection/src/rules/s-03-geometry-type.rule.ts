import type { InspectionRule, RuleFinding } from '../rule.ts';

/**
 * S-03: layers of the standard hold polygons and nothing else, without heights (Z) and measures (M). A layer of points or lines under a
 * name of the standard, and points or lines among polygons, are found; and that of the roads where it does not hold lines.
 */
export const geometryType: InspectionRule = {
  id: 'S-03',
  category: 'spatial-reference',
  severity: 'error',
  title: '几何类型正确',
  description: '标准中的面图层只含面，不含点、线，不带 Z 值和 M 值；道路中心线图层只含线。',
  basis: [{ document: '图层几何类型', source: 'standards.md §3.4', confidence: 'derived' }],
  parameters: [],
  requires: [],
  noSubject: '没有数据库。',
  subjects: (context) =>
    context.delivery.databases
      .filter(({ failure }) => !failure)
      .map((database) => ({
        name: database.name,
        database,
        layers: context.layers.filter((layer) => layer.database === database),
      })),
  inspect({ database, layers }) {
    const findings: RuleFinding[] = database!.otherLayers
      .filter(({ reason }) => reason === 'not-polygons' || reason === 'not-lines')
      .map(({ sourceName, geometryType: type, reason }) => {
        const wanted = reason === 'not-lines' ? '线图层' : '面图层';
        return {
          object: sourceName,
          message: `图层不是${wanted}（${type}）。`,
          suggestion: `改为${wanted}后重新导出。`,
        };
      });
    for (const layer of layers) {
      const { geometryType: type, foreign } = layer.delivered;
      const dimensions = /ZM$/.test(type)
        ? 'Z 值和 M 值'
        : /Z$/.test(type)
          ? 'Z 值'
          : /M$/.test(type)
            ? 'M 值'
            : '';
      if (dimensions !== '') {
        findings.push({
          layer,
          message: `图层带有${dimensions}（${type}）。`,
          suggestion: `去掉${dimensions}后重新导出。`,
        });
      }
      for (const feature of foreign) {
        findings.push({
          layer,
          feature,
          message: '图形里有点、线或其他非面的部分。',
          suggestion: '删去非面的部分。',
        });
      }
    }
    return { findings };
  },
};
