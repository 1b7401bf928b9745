import type { Provenance } from './provenance.ts';

/** A number a rule needs. `value` null: the slot exists, the number is not known (未核实). */
export interface Threshold extends Provenance {
  readonly id: string;
  /** 中文名称. */
  readonly title: string;
  readonly value: number | null;
  readonly unit: string;
}

/**
 * A number from elsewhere that may stand in for an official threshold. Taking it over is our proposal, so the record itself is
 * a `suggestion` and lets no rule pass, however sure the number is in its own field (`original`).
 */
export interface ThresholdAnalogue extends Threshold {
  readonly value: number;
  /** Id of the official threshold it may stand in for. */
  readonly standsFor: string;
  readonly original: Provenance;
}

/** A threshold a provincial document sets for its own counties. */
export interface ProvincialThreshold extends Threshold {
  readonly value: number;
  /** First two digits of the adcodes it holds for. */
  readonly province: string;
}

const unknown = {
  value: null,
  source: '未核实：《三条控制线正向优化标准（试行）》文本未获取（standards.md §11.1）',
  confidence: 'none',
} as const;

/** The thresholds of 《三条控制线正向优化标准（试行）》: all unknown. */
export const officialThresholds: readonly Threshold[] = [
  { id: 'fragment-area', title: '碎图斑面积上限', unit: 'm²', ...unknown },
  { id: 'hole-area', title: '天窗面积下限', unit: 'm²', ...unknown },
  { id: 'contiguity', title: '集中连片度下限', unit: '%', ...unknown },
  { id: 'development-zone-inclusion', title: '开发区划入率下限', unit: '%', ...unknown },
];

function fragmentAnalogue(id: string, title: string, value: number, original: Provenance): ThresholdAnalogue {
  return {
    id: `fragment-area.${id}`,
    title,
    value,
    unit: 'm²',
    standsFor: 'fragment-area',
    original,
    source: `借用：${original.source}`,
    confidence: 'suggestion',
  };
}

const engine: Provenance = { source: 'standards.md §3.3 [HY]', confidence: 'found' };
const mapping: Provenance = { source: 'standards.md §3.3', confidence: 'memory-high' };

/** Numbers of sister regimes and of practice for small patches; for the other three thresholds nothing comparable is known. */
export const analogues: readonly ThresholdAnalogue[] = [
  fragmentAnalogue('scale-10000', '土地利用总体规划质检：1:10000 碎面', 400, engine),
  fragmentAnalogue('scale-5000', '土地利用总体规划质检：1:5000 碎面', 200, engine),
  fragmentAnalogue('scale-2000', '土地利用总体规划质检：1:2000 碎面', 80, engine),
  fragmentAnalogue('city-practice', '市级规划数据库：小图斑消除', 200, {
    source: 'standards.md §3.3 [ZJ1]',
    confidence: 'found',
  }),
  fragmentAnalogue('survey-construction', '三调最小上图面积：建设用地、设施农用地', 200, mapping),
  fragmentAnalogue('survey-farmland', '三调最小上图面积：农用地', 400, mapping),
  fragmentAnalogue('survey-other', '三调最小上图面积：其他', 600, mapping),
  fragmentAnalogue('farmland-practice', '地方做法：永久基本农田 5 亩', 3333, {
    source: 'standards.md §5.2',
    confidence: 'memory-low',
  }),
];

/** What provinces set. */
export const provincialThresholds: readonly ProvincialThreshold[] = [
  {
    id: 'expansion-multiple',
    title: '城镇开发边界扩展倍数上限（基于2020年城镇建设用地规模）',
    value: 1.3,
    unit: '倍',
    province: '23',
    source: '国务院关于《黑龙江省国土空间规划（2021—2035年）》的批复',
    confidence: 'found',
  },
];

/** The official threshold of an id, or undefined where there is no such slot. */
export function officialThreshold(id: string): Threshold | undefined {
  return officialThresholds.find((threshold) => threshold.id === id);
}
