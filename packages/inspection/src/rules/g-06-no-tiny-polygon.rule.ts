import { isConstruction } from '@tuheng/standard';
import { amount } from '../amount.ts';
import type { InspectedLayer } from '../inspected-layer.ts';
import { polygonPlace } from '../polygon-place.ts';
import type { InspectionRule, RuleFinding } from '../rule.ts';
import { eachLayer } from '../subjects.ts';

/**
 * G-06 碎面: no polygon (part of a feature) is smaller than `tinyArea` (plane, m²); construction land, told by its land-use class or survey
 * class, may be as small as `constructionTinyArea`. What has no area at all is G-01's, and a polygon that crosses itself has none to speak of.
 */
export const noTinyPolygon: InspectionRule = {
  id: 'G-06',
  category: 'geometry',
  severity: 'warning',
  title: '没有碎面',
  description: '每个面的面积不小于碎面限值；建设用地图斑另有限值。',
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
    {
      name: 'constructionTinyArea',
      title: '建设用地的碎面限值',
      value: 200,
      unit: 'm²',
      source: 'standards.md §3.3 [ZJ1]',
      confidence: 'found',
    },
    {
      name: 'constructionClasses',
      title: '建设用地的一级类（用地用海分类）',
      value: ['07', '08', '09', '10', '11', '12', '13', '14', '15', '16'],
      unit: '',
      source: 'standards.md §4.4 [CCT]：建设用地总计',
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
    const usual = context.number('G-06', 'tinyArea');
    const construction = context.number('G-06', 'constructionTinyArea');
    const classes = new Set(context.list('G-06', 'constructionClasses'));
    const crossed = context.doubtful(noTinyPolygon, layer!);
    const groundless = context.faulty('G-01', layer!);
    const findings: RuleFinding[] = [];
    for (const { feature, polygon, area } of context.coverage(layer!).tiny) {
      if (crossed.has(feature) || groundless.has(feature)) continue;
      const least = isConstructionLand(layer!, feature, classes) ? construction : usual;
      if (area >= least) continue;
      findings.push({
        layer: layer!,
        feature,
        message: `面积${amount(area, 2, 'm²')}，小于 ${least} m²，是碎面。`,
        place: polygonPlace(layer!.polygons, polygon),
        area,
        suggestion: '并入相邻的同类图斑；确需保留的说明理由。',
      });
    }
    return { findings };
  },
};

function isConstructionLand(layer: InspectedLayer, f: number, classes: ReadonlySet<string>): boolean {
  const planned = layer.text('YDYHFLDM', f);
  if (planned !== null) return classes.has(planned.slice(0, 2));
  const surveyed = layer.text('DLBM', f);
  return surveyed !== null && isConstruction(surveyed);
}
