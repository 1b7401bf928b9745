import type { Inspection } from './inspection.ts';

/** Doubts that the data of a layer cast on what is computed from it. */
export interface LayerDoubt {
  /** Code of the plan layer. */
  readonly layer: string;
  /** What was found and what follows, in Chinese. */
  readonly message: string;
}

/**
 * What follows for a verdict from the findings of a rule. Rules without an entry change no figure of a review: areas, for one, are always
 * computed anew.
 */
const consequences: Readonly<Record<string, string>> = {
  'S-01': '坐标系有误，位置和面积不可信',
  'S-02': '有图形在县域以外或坐标无效，面积合计可能多计',
  'S-04': '圆弧化为折线后参与判定',
  'G-01': '没有图形的要素未参与判定',
  'G-02': '自相交的图形按奇偶规则读取，所计面积可能不是本意',
  'G-08': '重复的图形在合计中计了两次',
  'T-01': '重叠处在图斑面积合计中重复计算',
  'T-02': '缝隙处的土地没有计入任何图斑',
  'T-03': '图层没有铺满县域或超出县域，合计与辖区面积不符',
  'T-04': '控制线相互重叠，同一土地计入两条线',
  'T-05': '规划分区与控制线不一致',
  'T-06': '中心城区图层超出范围',
  'A-03': '编码不在值域内的图斑无法归类',
  'A-04': '编码与名称不符的图斑可能归错类',
  'A-09': '地类与属性矛盾的图斑可能归错类',
};

/**
 * What an inspection says against trusting figures computed from each layer: by layer, the rules that failed on it with the number of
 * their findings, and what follows.
 */
export function layerDoubts(inspection: Inspection): LayerDoubt[] {
  const counts = new Map<string, Map<string, number>>();
  const add = (layer: string, rule: string, n: number): void => {
    if (!(rule in consequences)) return;
    const rules = counts.get(layer) ?? new Map<string, number>();
    counts.set(layer, rules.set(rule, (rules.get(rule) ?? 0) + n));
  };
  for (const { layer, rule, severity, others = [] } of inspection.findings) {
    if (severity === 'info') continue;
    for (const doubtful of new Set([layer, ...others.map((other) => other.layer)])) add(doubtful, rule, 1);
  }
  for (const { layer, rule, count } of inspection.systematic) add(layer, rule, count);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([layer, rules]) => ({
      layer,
      message: `${[...rules].map(([rule, n]) => `${consequences[rule]}（${rule}，${n} 处）`).join('；')}。`,
    }));
}
