import { missing, noMeasure, type Rule } from '../../rule.ts';
import { scheme } from '../documents.ts';
import { onLine, purpleLine } from './city-line.ts';
import { listedThings, nameField, whereMissing } from './listed-features.ts';

const { layer, name, basis } = purpleLine;
const ID = 'purple.historic-buildings';

/** 历史建筑得到有效保护: every building of the county's list has ground in the purple line. */
export const purpleHistoricBuildings: Rule = {
  id: ID,
  title: '历史建筑保护名录完整',
  chapter: 'cityLines',
  algorithm: `目标值文件 lists.historicBuildings 所列每一处历史建筑，维护后${name}（${layer}）中应有图斑，其“写有名称的字段”含有该名称（不计空格）。一处没有即不通过，并指出名称；没有提供名录或缺图层为证据不足；名录为空或两版都没有图斑为不适用。`,
  layers: [layer],
  basis: [...basis, scheme('三（四）4：七处建筑纳入历史建筑保护名录')],
  parameters: [nameField],
  judge: (context) =>
    onLine(context, purpleLine, '处', () => {
      const list = context.list('historicBuildings');
      if (!list) return missing('处', '没有提供历史建筑保护名录（目标值文件 lists.historicBuildings）');
      if (list.items.length === 0) {
        return {
          outcome: 'notApplicable',
          measure: noMeasure('处'),
          explanation: `历史建筑保护名录为空（${list.source}），不涉及。`,
        };
      }
      const field = String(context.parameter(ID, nameField).value);
      const things = listedThings(context, purpleLine, list, field);
      const gone = things.filter(({ maintained }) => maintained.length === 0);
      const present = things.length - gone.length;
      return {
        outcome: gone.length > 0 ? 'fail' : 'pass',
        measure: {
          before: things.filter(({ filed }) => filed.length > 0).length,
          after: present,
          limit: things.length,
          unit: '处',
        },
        explanation:
          `名录（${list.source}）共 ${things.length} 处，维护后${name}中有图斑的 ${present} 处` +
          `${gone.length > 0 ? `，缺少：${gone.map((thing) => thing.name).join('、')}` : '，名录完整'}。`,
        tables: [
          {
            title: '历史建筑保护名录',
            columns: [
              { title: '名称', unit: '' },
              { title: '备案图斑', unit: '个' },
              { title: '维护后图斑', unit: '个' },
            ],
            rows: things.map((thing) => [thing.name, thing.filed.length, thing.maintained.length]),
            note: `按字段 ${field} 中的名称查找。`,
          },
        ],
        evidence: gone.length > 0 ? whereMissing(context, purpleLine, things, gone) : [],
      };
    }),
};
