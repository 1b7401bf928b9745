import type { Basis } from '../review.ts';

/** Documents the questions rest on besides those of the rules. Article numbers that nobody here has read are left out. */

export const landLaw: Basis = {
  document: '《中华人民共和国土地管理法》',
  source: 'docs/sources.md §5.3、§8.2（条款号未核实）',
  confidence: 'memory-high',
};

export const oneMap: Basis = {
  document: 'GB/T 39972-2021《国土空间规划“一张图”实施监督信息系统技术规范》：合规性审查服务',
  source: 'docs/sources.md §1.3 [G123]',
  confidence: 'found',
};

export const landUseGuide: Basis = {
  document: '《国土空间调查、规划、用途管制用地用海分类指南》自然资发〔2023〕234号',
  source: 'docs/sources.md §4.1',
  confidence: 'memory-high',
};

export const surveyClasses: Basis = {
  document: '第三次全国国土调查工作分类与三大类对照',
  source: 'docs/sources.md §4.3 [CCT]',
  confidence: 'found',
};

export function cityLineRule(document: string): Basis {
  return { document, source: 'docs/sources.md §5.5', confidence: 'memory-high' };
}
