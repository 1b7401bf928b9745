import type { Basis } from '../../review.ts';

/** What a row of the list should hold: no standard of it was found. */
export const suggestedRow: Basis = {
  document: '重点建设项目清单的最少内容',
  source: 'docs/sources.md §5.6（本项目建议，未见标准）',
  confidence: 'suggestion',
};

/** Land law on who may take 永久基本农田, and on whose approval. */
export const farmlandOccupation: Basis = {
  document:
    '永久基本农田占用：确实难以避让的国家规定的重大建设项目，由国务院批准农用地转用和土地征收，补划数量相等、质量相当的永久基本农田',
  source: 'docs/sources.md §5.3（条款号未核实）',
  confidence: 'memory-high',
};

/** 城镇开发边界外: independent urban land counts in the expansion multiple, and as much is cancelled inside. */
export const urbanLandOutside: Basis = {
  document: '自然资发〔2023〕193号：边界外零星城镇建设用地计入扩展倍数，等量缩减边界内新增城镇建设用地',
  source: 'docs/sources.md §5.1',
  confidence: 'memory-high',
};
