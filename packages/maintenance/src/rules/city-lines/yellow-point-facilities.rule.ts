import { textAt } from '@tuheng/standard';
import { missing, noMeasure, type Rule } from '../../rule.ts';
import { scheme } from '../documents.ts';
import { onLine, yellowLine } from './city-line.ts';
import { type ListedThing, listedThings, nameField, whereMissing } from './listed-features.ts';

const { layer, name, basis } = yellowLine;
const ID = 'yellow.point-facilities';

/** 泵站、公厕等点状布局设施: on the list and shown on the map. */
export const yellowPointFacilities: Rule = {
  id: ID,
  title: '点状设施“示意上图＋项目清单”',
  chapter: 'cityLines',
  algorithm: `目标值文件 lists.pointFacilities 所列每一处点状设施（泵站、公厕等），维护后${name}（${layer}）中应有示意图斑，其“写有名称的字段”含有该名称（不计空格）。一处没有即不通过，并指出名称；图斑的设施类型（SSLX）与清单写明的类型不一致的须核对，为证据不足。没有提供清单或缺图层为证据不足；清单为空或两版都没有图斑为不适用。`,
  layers: [layer],
  basis: [...basis, scheme('三（四）城市黄线：点状布局设施采取“示意上图+项目清单”方式落实')],
  parameters: [nameField],
  judge: (context) =>
    onLine(context, yellowLine, '处', (_, maintained) => {
      const list = context.list('pointFacilities');
      if (!list) return missing('处', '没有提供点状设施项目清单（目标值文件 lists.pointFacilities）');
      if (list.items.length === 0) {
        return {
          outcome: 'notApplicable',
          measure: noMeasure('处'),
          explanation: `点状设施项目清单为空（${list.source}），不涉及。`,
        };
      }
      const field = String(context.parameter(ID, nameField).value);
      const things = listedThings(context, yellowLine, list, field);
      const gone = things.filter((thing) => thing.maintained.length === 0);
      const typeOf = (f: number): string => textAt(maintained.layer, 'SSLX', f)?.trim() ?? '';
      const types = (thing: ListedThing): string => [...new Set(thing.maintained.map(typeOf))].join('、');
      const differing = things.filter(
        (thing) => thing.kind !== undefined && thing.maintained.some((f) => typeOf(f) !== thing.kind),
      );
      const doubtful = gone.length === 0 && differing.length > 0;
      const kinds = new Set(gone.map(({ kind }) => kind));
      const present = things.length - gone.length;
      return {
        outcome: gone.length > 0 ? 'fail' : doubtful ? 'undetermined' : 'pass',
        ...(doubtful
          ? {
              reasons: differing.map(
                (thing) =>
                  `${thing.name}在清单中为“${thing.kind}”，图斑的设施类型为“${types(thing)}”，需核对`,
              ),
            }
          : {}),
        measure: {
          before: things.filter(({ filed }) => filed.length > 0).length,
          after: present,
          limit: things.length,
          unit: '处',
        },
        explanation:
          `清单（${list.source}）共 ${things.length} 处点状设施，维护后${name}中有示意图斑的 ${present} 处` +
          `${gone.length > 0 ? `，缺少：${gone.map((thing) => thing.name).join('、')}` : '，清单与图斑一致'}。`,
        tables: [
          {
            title: '点状设施项目清单',
            columns: [
              { title: '名称', unit: '' },
              { title: '清单类型', unit: '' },
              { title: '图斑设施类型', unit: '' },
              { title: '备案图斑', unit: '个' },
              { title: '维护后图斑', unit: '个' },
            ],
            rows: things.map((thing) => [
              thing.name,
              thing.kind ?? null,
              thing.maintained.length > 0 ? types(thing) : null,
              thing.filed.length,
              thing.maintained.length,
            ]),
            note: `按字段 ${field} 中的名称查找。`,
          },
        ],
        evidence:
          gone.length > 0
            ? whereMissing(
                context,
                yellowLine,
                things,
                gone,
                (f) => kinds.has(undefined) || kinds.has(typeOf(f)),
              )
            : [],
      };
    }),
};
