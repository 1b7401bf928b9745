/** What of the plan a rule judges. */
export type ChapterId =
  | 'lines'
  | 'zoning'
  | 'cityLand'
  | 'cityLines'
  | 'projects'
  | 'indicators'
  | 'nature'
  | 'added';

/** Titles as the scheme has them (三、四), in the order of the report; `added` holds what a province or county adds. */
export const chapterTitles: Readonly<Record<ChapterId, string>> = {
  lines: '空间管控边界',
  zoning: '规划分区',
  cityLand: '中心城区用地规划布局',
  cityLines: '城市四线',
  projects: '重点建设项目清单',
  indicators: '规划指标',
  nature: '维护性质',
  added: '地方增设规则',
};
