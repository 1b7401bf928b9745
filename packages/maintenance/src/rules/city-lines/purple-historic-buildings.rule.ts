import { purpleLine } from './city-line.ts';
import { listedRule } from './listed-rule.ts';

const { layer, name } = purpleLine;

/** 历史建筑得到有效保护: every building of the county's list has ground in the purple line. */
export const purpleHistoricBuildings = listedRule({
  id: 'purple.historic-buildings',
  title: '历史建筑保护名录完整',
  algorithm: `目标值文件 lists.historicBuildings 所列每一处历史建筑，维护后${name}（${layer}）中应有图斑，其“写有名称的字段”含有该名称（不计空格）。一处没有即不通过，并指出名称；没有提供名录或缺图层为证据不足；名录为空或两版都没有图斑为不适用。`,
  line: purpleLine,
  list: 'historicBuildings',
  listTitle: '历史建筑保护名录',
  words: ['名录', '处', '图斑'],
  complete: '名录完整',
  section: '三（四）4：七处建筑纳入历史建筑保护名录',
});
