/** One head under which a maintenance stops being one, and the rules that tell. */
export interface Criterion {
  readonly title: string;
  /** Where the head stands written, in words of the scheme. */
  readonly source: string;
  /** Rules whose failure means that the head is met; ids. */
  readonly rules: readonly string[];
}

/**
 * What separates dynamic maintenance from a major revision: the scheme says “以不改变总体格局、不调整核心定位、不突破保护底线为前提”
 * （一（五）） and “严格区分动态维护与重大修改边界” （一（二））. Which rule stands for which words is this project's reading.
 */
export const criteria: readonly Criterion[] = [
  {
    title: '突破约束性指标',
    source: '方案一（五）不突破保护底线、不得突破约束性指标；二（三）3',
    rules: [
      'cultivated.area',
      'pbf.area',
      'er.area',
      'udb.total',
      'udb.expansion-multiple',
      'indicator.construction-land',
    ],
  },
  {
    title: '突破三条控制线',
    source: '方案一（五）严格坚守三条控制线；三（一）2（3）',
    rules: ['lines.no-overlap', 'er.change-has-basis'],
  },
  {
    title: '改变规划分区主导功能',
    source: '方案二（三）3 规划分区；四 2 不存在违规调整功能分区',
    rules: ['zoning.dominant-function', 'zoning.transitions'],
  },
  {
    title: '改变中心城区规模、结构或强制性内容',
    source: '方案二（三）3 不涉及规划强制性内容、确保布局规模和空间结构基本稳定',
    rules: ['city-land.total-scale', 'city-land.mandatory-content', 'city-land.within-central-city'],
  },
];
