import type { Provenance } from '@tuheng/standard';

/**
 * The ten kinds of limited human activity allowed inside the ecological red line, outside its core protected areas (自然资发〔2022〕142号),
 * abridged: to find the kind by, not to be quoted.
 */
export const limitedActivities: readonly string[] = [
  '管护巡护、保护执法、科学研究、调查监测、测绘导航、防灾减灾救灾、军事国防、疫情防控等活动及相关必要设施修筑',
  '原住居民和其他合法权益主体在不扩大现有规模和强度的前提下，开展种植、放牧、捕捞、养殖等活动，修筑生产生活设施',
  '依法批准的考古调查发掘、古生物化石调查发掘、标本采集和文物保护活动',
  '人工商品林抚育采伐、树种更新，依法进行的竹林采伐经营',
  '不破坏生态功能的适度参观旅游、科普宣教及符合规划的配套服务设施和公共设施建设及维护',
  '必须且无法避让、符合县级以上国土空间规划的线性基础设施、通讯和防洪、供水设施建设和船舶航行、航道疏浚清淤等活动，已有合法水利、交通运输等设施运行维护改造',
  '地质调查与矿产资源勘查开采（限于规定情形）',
  '依据县级以上国土空间规划和生态保护修复专项规划开展的生态修复',
  '边界边境通视道清理以及界务工程的修建、维护和拆除',
  '法律法规规定允许的其他人为活动',
];

export const limitedActivitiesProvenance: Provenance = {
  source: 'docs/sources.md §5.4（摘要，引用须核对原文）',
  confidence: 'memory-high',
};
