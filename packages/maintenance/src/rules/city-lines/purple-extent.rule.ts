import type { Rule } from '../../rule.ts';
import { hectares } from '../../wording.ts';
import { movedPieces } from '../moved-pieces.ts';
import { onLine, purpleLine } from './city-line.ts';

const { layer, name, basis } = purpleLine;

/** 历史文化资源得到有效保护: the filed extent of the purple line lies in the new one. */
export const purpleExtent: Rule = {
  id: 'purple.extent',
  title: `${name}原范围保留`,
  chapter: 'cityLines',
  algorithm: `备案${name}（${layer}）范围减去维护后范围，扣除小于容差的缝隙后还有剩余即不通过，没有剩余即通过；维护后新增的范围不影响。缺图层为证据不足；两版都没有图斑为不适用。`,
  layers: [layer],
  basis,
  parameters: [],
  judge: (context) =>
    onLine(context, purpleLine, 'm²', () => {
      const { transferIn, transferOut } = context.changes.get(layer)!;
      const out = context.measure.total(transferOut.polygons);
      const into = context.measure.total(transferIn.polygons);
      const fails = out.pieces > 0;
      return {
        outcome: fails ? 'fail' : 'pass',
        measure: { before: 0, after: out.area, limit: 0, unit: 'm²' },
        explanation:
          `备案${name}范围${fails ? `有 ${out.pieces} 处、${hectares(out.area)} 不在维护后的范围内` : '全部在维护后的范围内'}；` +
          `维护后新增 ${into.pieces} 处、${hectares(into.area)}。`,
        evidence: fails ? movedPieces(context, layer, 'filed', `移出${name}的原保护范围`) : [],
      };
    }),
};
