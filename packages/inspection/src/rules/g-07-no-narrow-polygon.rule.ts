import { amount } from '../amount.ts';
import { polygonPlace } from '../polygon-place.ts';
import type { InspectionRule } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * G-07 狭长面: no polygon (part of a feature) has a mean width 2A/P below `narrowWidth` (metres). What has no area at all is G-01's, and a
 * polygon that crosses itself has no width to speak of.
 */
export const noNarrowPolygon: InspectionRule = {
  id: 'G-07',
  category: 'geometry',
  severity: 'warning',
  title: '没有狭长面',
  description: '每个面的平均宽度（2×面积÷周长）不小于狭长面限值。',
  basis: [{ document: 'QGIS 几何检查插件', source: 'standards.md §3.3 [QGC]', confidence: 'found' }],
  parameters: [
    {
      name: 'narrowWidth',
      title: '狭长面平均宽度限值',
      value: 0.5,
      unit: 'm',
      source: 'standards.md §3.3 [QGC]',
      confidence: 'found',
    },
  ],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
    { rule: 'G-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    const crossed = context.doubtful(noNarrowPolygon, layer!);
    const groundless = context.faulty('G-01', layer!);
    return {
      findings: context
        .coverage(layer!)
        .narrow.filter(({ feature }) => !crossed.has(feature) && !groundless.has(feature))
        .map(({ feature, polygon, area, meanWidth }) => ({
          layer: layer!,
          feature,
          message: `平均宽度${amount(meanWidth, 3, 'm')}，是狭长面。`,
          place: polygonPlace(layer!.polygons, polygon),
          area,
          measure: { value: meanWidth, unit: 'm' },
          suggestion: '并入相邻图斑，或核对边界是否应与邻近边界重合。',
        })),
    };
  },
};
