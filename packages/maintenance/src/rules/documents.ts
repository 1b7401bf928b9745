import type { Basis } from '../review.ts';

/** Documents the rules rest on. Article numbers that nobody here has read are left out (standards.md §11). */

/** The county's own maintenance scheme: the sentence quoted stands in the named section. */
export function scheme(section: string): Basis {
  return {
    document: '国土空间总体规划动态维护方案（富锦市）',
    article: section,
    source: '方案原文',
    confidence: 'found',
  };
}

export const boundaryMeasures: Basis = {
  document: '《城镇开发边界管理办法（试行）》自然资规〔2026〕1号',
  source: 'docs/sources.md §5.1（报道；条款号未核实）',
  confidence: 'memory-medium',
};

export const optimisationStandard: Basis = {
  document: '《国土空间总体规划三条控制线正向优化标准（试行）》',
  source: 'docs/sources.md §5.2（原文未获取，按方案转述）',
  confidence: 'none',
};

export const farmlandMeasures: Basis = {
  document: '《永久基本农田保护红线管理办法》',
  source: 'docs/sources.md §5.3（条款号未核实）',
  confidence: 'found',
};

export const redLineNotice: Basis = {
  document: '《关于加强生态保护红线管理的通知（试行）》自然资发〔2022〕142号',
  source: 'docs/sources.md §5.4',
  confidence: 'memory-high',
};

export const threeLines: Basis = {
  document: '三条控制线不交叉不重叠',
  source: 'docs/sources.md §3.4 T-04',
  confidence: 'memory-high',
};

export const provincialReply: Basis = {
  document:
    '国务院关于《黑龙江省国土空间规划（2021—2035年）》的批复：扩展倍数控制在基于 2020 年城镇建设用地规模的 1.3 倍以内',
  source: 'docs/sources.md §5.1',
  confidence: 'found',
};

export const zoningGuide: Basis = {
  document: '《市级国土空间总体规划编制指南（试行）》规划分区',
  source: 'docs/sources.md §2.6',
  confidence: 'memory-high',
};

export const landUseGroups: Basis = {
  document: '空间功能结构调整表（用地归组）',
  source: 'docs/sources.md §4.4（村庄规划模板，2023 版编码为推算）',
  confidence: 'derived',
};

/** 部门规章 on one of the four lines of a city; articles were not read. */
const cityLineMeasures = (document: string): Basis => ({
  document,
  source: 'docs/sources.md §5.5（条款号未核实）',
  confidence: 'memory-high',
});
export const greenLineMeasures = cityLineMeasures('《城市绿线管理办法》建设部令第112号');
export const purpleLineMeasures = cityLineMeasures('《城市紫线管理办法》建设部令第119号');
export const yellowLineMeasures = cityLineMeasures('《城市黄线管理办法》建设部令第144号');
export const blueLineMeasures = cityLineMeasures('《城市蓝线管理办法》建设部令第145号');
