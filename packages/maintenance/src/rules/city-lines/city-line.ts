import { featureCount } from '@tuheng/geometry';
import type { Basis } from '../../review.ts';
import { type Judgement, missing, noMeasure } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import type { WorkingLayer } from '../../working-layer.ts';
import {
  blueLineMeasures,
  greenLineMeasures,
  purpleLineMeasures,
  scheme,
  yellowLineMeasures,
} from '../documents.ts';

/** One of the four lines of a city. */
export interface CityLine {
  /** First part of the ids of its rules. */
  readonly id: 'blue' | 'green' | 'purple' | 'yellow';
  readonly layer: string;
  readonly name: string;
  readonly basis: readonly Basis[];
}

export const blueLine: CityLine = {
  id: 'blue',
  layer: 'ZXCQCSLX',
  name: '城市蓝线',
  basis: [scheme('三（四）城市蓝线：面积不减少，格局不改变，功能不降低'), blueLineMeasures],
};
export const greenLine: CityLine = {
  id: 'green',
  layer: 'ZXCQCSLVX',
  name: '城市绿线',
  basis: [
    scheme('三（四）城市绿线：保护面积不降低、布局和规模基本稳定、功能不降低、服务范围不改变'),
    greenLineMeasures,
  ],
};
export const purpleLine: CityLine = {
  id: 'purple',
  layer: 'ZXCQCSZX',
  name: '城市紫线',
  basis: [scheme('三（四）城市紫线：保护面积不降低、功能不降低、服务范围不改变'), purpleLineMeasures],
};
export const yellowLine: CityLine = {
  id: 'yellow',
  layer: 'ZXCQCSHX',
  name: '城市黄线',
  basis: [scheme('三（四）城市黄线：面积不减少、格局不改变、功能不降低、服务范围不改变'), yellowLineMeasures],
};

/**
 * Judges where both databases have the layer of the line. A line that neither has anything in does not concern the county; one that a
 * database lacks cannot be compared.
 */
export function onLine(
  context: RuleContext,
  { layer, name }: CityLine,
  unit: string,
  judge: (filed: WorkingLayer, maintained: WorkingLayer) => Judgement,
): Judgement {
  const filed = context.layer('filed', layer);
  const maintained = context.layer('maintained', layer);
  const features = (one: WorkingLayer | undefined): number => (one ? featureCount(one.polygons) : 0);
  if (features(filed) + features(maintained) === 0) {
    return {
      outcome: 'notApplicable',
      measure: noMeasure(unit),
      explanation: `两版数据库都没有${name}图斑（${layer}），不涉及。`,
    };
  }
  if (!filed || !maintained) {
    return missing(unit, `${filed ? '维护后数据库' : '备案库'}没有${name}图层（${layer}）`);
  }
  return judge(filed, maintained);
}
