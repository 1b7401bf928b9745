import { featureCount, type Polygons } from '@tuheng/geometry';
import { textAt } from '@tuheng/standard';
import type { Evidence } from '../../review.ts';
import { missing, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import type { WorkingLayer } from '../../working-layer.ts';
import { onLine, yellowLine } from './city-line.ts';

const { layer, name, basis } = yellowLine;
/** 设施类型. */
const FIELD = 'SSLX';

/** Features of each type, by type. */
type Facilities = ReadonlyMap<string, readonly number[]>;

/** 功能不降低: no type of facility loses one. */
export const yellowFacilities: Rule = {
  id: 'yellow.facilities',
  title: `${name}设施数量不减少`,
  chapter: 'cityLines',
  algorithm: `${name}（${layer}）图斑按设施类型（${FIELD}）计数。每一类型维护后个数 ≥ 备案为通过；某类型个数减少，且有备案设施的用地上不再有该类型图斑的，不通过；个数减少而用地都还在的（图斑合并），须说明，为证据不足。备案图斑都没有填 ${FIELD}、缺图层为证据不足；两版都没有图斑为不适用。未填类型的图斑单列一行，不判定。`,
  layers: [layer],
  basis,
  parameters: [],
  judge: (context) =>
    onLine(context, yellowLine, '个', (filed, maintained) => {
      const before = byType(filed);
      const after = byType(maintained);
      if ([...before.keys()].every((type) => type === '') && before.size > 0) {
        return missing('个', `备案${name}图斑都没有填设施类型（${FIELD}）`);
      }
      const fewer = [...before.keys()]
        .filter((type) => type !== '' && count(after, type) < count(before, type))
        .sort();
      const evidence = fewer.flatMap((type) => vanished(context, filed, maintained, before, after, type));
      const total = (of: Facilities): number => [...of.values()].reduce((sum, rows) => sum + rows.length, 0);
      const told = fewer.map((type) => `${type} ${count(before, type)} → ${count(after, type)} 个`);
      const merged = fewer.length > 0 && evidence.length === 0;
      return {
        outcome: evidence.length > 0 ? 'fail' : merged ? 'undetermined' : 'pass',
        ...(merged
          ? { reasons: [`${told.join('、')}，但原设施用地都还在，可能是图斑合并，需说明设施是否减少`] }
          : {}),
        measure: { before: total(before), after: total(after), limit: total(before), unit: '个' },
        explanation:
          `${name}设施图斑 ${total(before)} → ${total(after)} 个；` +
          `${fewer.length > 0 ? `个数减少的类型：${told.join('、')}` : '各类型个数均未减少'}。`,
        tables: [
          {
            title: `${name}设施清单`,
            columns: [
              { title: '设施类型', unit: '' },
              { title: '备案', unit: '个' },
              { title: '维护后', unit: '个' },
              { title: '备案面积', unit: 'm²' },
              { title: '维护后面积', unit: 'm²' },
            ],
            rows: [...new Set([...before.keys(), ...after.keys()])]
              .sort()
              .map((type) => [
                type === '' ? '（未填）' : type,
                count(before, type),
                count(after, type),
                context.measure.total(filed.polygons, before.get(type) ?? []).area,
                context.measure.total(maintained.polygons, after.get(type) ?? []).area,
              ]),
            note: '按图斑计数；面积为各图斑椭球面积之和。',
          },
        ],
        evidence,
      };
    }),
};

const count = (of: Facilities, type: string): number => of.get(type)?.length ?? 0;

function byType({ layer: source, polygons }: WorkingLayer): Facilities {
  const rows = new Map<string, number[]>();
  for (let f = 0; f < featureCount(polygons); f++) {
    const type = textAt(source, FIELD, f)?.trim() ?? '';
    const known = rows.get(type);
    if (known) known.push(f);
    else rows.set(type, [f]);
  }
  return rows;
}

/** Filed facilities of a type on whose ground there is none of it any more. */
function vanished(
  context: RuleContext,
  filed: WorkingLayer,
  maintained: WorkingLayer,
  before: Facilities,
  after: Facilities,
  type: string,
): Evidence[] {
  const rows = before.get(type) ?? [];
  const of = (layer: WorkingLayer, features: readonly number[]): Polygons =>
    context.overlay.select(layer.polygons, features);
  const { left } = context.overlay.intersect(of(filed, rows), of(maintained, after.get(type) ?? []));
  const still = new Set(left);
  return rows
    .filter((_, k) => !still.has(k))
    .map((f) =>
      context.evidence(filed.polygons, f, {
        code: layer,
        side: 'filed',
        label: `不再有的设施：${type}`,
        owner: filed.layer,
        row: f,
      }),
    );
}
