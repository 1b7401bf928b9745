import { textAt } from '@tuheng/standard';
import { yellowLine } from './city-line.ts';
import type { ListedThing } from './listed-features.ts';
import { listedRule } from './listed-rule.ts';

const { layer, name } = yellowLine;

/** 泵站、公厕等点状布局设施: on the list and shown on the map. */
export const yellowPointFacilities = listedRule({
  id: 'yellow.point-facilities',
  title: '点状设施“示意上图＋项目清单”',
  algorithm: `目标值文件 lists.pointFacilities 所列每一处点状设施（泵站、公厕等），维护后${name}（${layer}）中应有示意图斑，其“写有名称的字段”含有该名称（不计空格）。一处没有即不通过，并指出名称；图斑的设施类型（SSLX）与清单写明的类型不一致的须核对，为证据不足。没有提供清单或缺图层为证据不足；清单为空或两版都没有图斑为不适用。`,
  line: yellowLine,
  list: 'pointFacilities',
  listTitle: '点状设施项目清单',
  words: ['清单', '处点状设施', '示意图斑'],
  complete: '清单与图斑一致',
  section: '三（四）城市黄线：点状布局设施采取“示意上图+项目清单”方式落实',
  more: (things, maintained) => {
    const typeOf = (f: number): string => textAt(maintained.layer, 'SSLX', f)?.trim() ?? '';
    const types = (thing: ListedThing): string => [...new Set(thing.maintained.map(typeOf))].join('、');
    const differing = things.filter(
      (thing) => thing.kind !== undefined && thing.maintained.some((f) => typeOf(f) !== thing.kind),
    );
    return {
      columns: ['清单类型', '图斑设施类型'],
      cells: (thing) => [thing.kind ?? null, thing.maintained.length > 0 ? types(thing) : null],
      doubts: differing.map(
        (thing) => `${thing.name}在清单中为“${thing.kind}”，图斑的设施类型为“${types(thing)}”，需核对`,
      ),
      couldBe: (gone) => {
        const kinds = new Set(gone.map(({ kind }) => kind));
        return (f) => kinds.has(undefined) || kinds.has(typeOf(f));
      },
    };
  },
});
