import { polygonPlace } from '../polygon-place.ts';
import type { InspectionRule } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/** G-06 碎面: no polygon of a layer is smaller than `tinyArea` (plane, m²). */
export const noTinyPolygon: InspectionRule = {
  id: 'G-06',
  category: 'geometry',
  severity: 'warning',
  title: '没有碎面',
  description: '每个面的面积不小于碎面限值。',
  basis: [
    { document: '土地利用总体规划质检：碎面', source: 'standards.md §3.3 [HY, ZJ1]', confidence: 'found' },
  ],
  parameters: [
    {
      name: 'tinyArea',
      title: '碎面限值',
      value: 400,
      unit: 'm²',
      source: 'standards.md §3.3 [HY]：比例尺分母 × 0.04 m²，1:10,000',
      confidence: 'found',
    },
  ],
  requires: [
    { rule: 'S-01', grain: 'layer' },
    { rule: 'S-02', grain: 'feature' },
  ],
  noSubject: '没有面图层。',
  subjects: (context) => eachLayer(context),
  inspect({ layers: [layer] }, context) {
    return {
      findings: context.coverage(layer!).tiny.map(({ feature, polygon, area }) => ({
        layer: layer!,
        feature,
        message: `面积 ${area.toFixed(2)} m²，是碎面。`,
        place: polygonPlace(layer!.polygons, polygon),
        area,
        suggestion: '并入相邻的同类图斑；确需保留的说明理由。',
      })),
    };
  },
};
