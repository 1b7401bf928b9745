import type { Parameter, RuleMeasure } from '../../review.ts';
import { noMeasure, type Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';
import { decimal, hectares } from '../../wording.ts';
import { movedPieces } from '../moved-pieces.ts';
import { type CityLine, onLine } from './city-line.ts';

const unknown = '本项目建议（“布局和规模基本稳定”“格局不改变”的数值界限未核实）';

const retained: Parameter = {
  name: 'leastRetained',
  title: '原范围保留比例下限',
  value: 90,
  unit: '%',
  source: unknown,
  confidence: 'suggestion',
};
const patchChange: Parameter = {
  name: 'mostPatchChange',
  title: '连片数量变化上限',
  value: 20,
  unit: '%',
  source: unknown,
  confidence: 'suggestion',
};
const meanChange: Parameter = {
  name: 'mostMeanChange',
  title: '平均连片面积变化上限',
  value: 20,
  unit: '%',
  source: unknown,
  confidence: 'suggestion',
};

/** Shares that differ by less are equal, %. */
const SAME = 1e-6;

/**
 * A rule that the layout of a line stays as it was: of the patches (ground of the line, dissolved) their number and mean area, and how much
 * of the filed ground is still in the line. What 基本稳定 means in figures is not known: three parameters say it.
 */
export function layoutRule(line: CityLine, words: string): Rule {
  const id = `${line.id}.layout`;
  return {
    id,
    title: `${line.name}${words}`,
    chapter: 'cityLines',
    algorithm:
      `${line.name}（${line.layer}）各图斑融合成连片：备案范围仍在维护后范围内的面积 ÷ 备案面积 ≥ “原范围保留比例下限”；` +
      '|维护后连片数 − 备案连片数| ÷ 备案连片数 ≤ “连片数量变化上限”；平均连片面积同理 ≤ “平均连片面积变化上限”。三项都满足为通过，任一不满足为不通过；' +
      '缺图层为证据不足；两版都没有图斑或备案没有图斑为不适用。',
    layers: [line.layer],
    basis: line.basis,
    parameters: [retained, patchChange, meanChange],
    judge: (context) =>
      onLine(context, line, '%', () => {
        const before = context.patches('filed', line.layer)!;
        const after = context.patches('maintained', line.layer)!;
        if (before.areas.length === 0) {
          return {
            outcome: 'notApplicable',
            measure: noMeasure('%'),
            explanation: `备案库没有${line.name}图斑，没有布局可比。`,
          };
        }
        const limits = [retained, patchChange, meanChange].map((own) =>
          Number(context.parameter(id, own).value),
        );
        const [least, mostPatches, mostMean] = limits as [number, number, number];
        const kept = (keptArea(context, line) / before.total.area) * 100;
        const patches = { before: before.areas.length, after: after.areas.length };
        const mean = {
          before: before.total.area / patches.before,
          after: patches.after === 0 ? 0 : after.total.area / patches.after,
        };
        const worse = [
          kept < least - SAME
            ? `原范围只保留 ${decimal(kept)}%，低于 ${least}%`
            : `原范围保留 ${decimal(kept)}%`,
          ...described('连片数量', patches, mostPatches, (value) => `${value} 片`),
          ...described('平均连片面积', mean, mostMean, hectares),
        ];
        const fails =
          kept < least - SAME || changeOf(patches) > mostPatches + SAME || changeOf(mean) > mostMean + SAME;
        const figure = (of: { before: number; after: number }, unit: string): RuleMeasure => ({
          ...of,
          limit: null,
          unit,
        });
        return {
          outcome: fails ? 'fail' : 'pass',
          measure: { before: 100, after: kept, limit: least, unit: '%' },
          explanation: `${line.name}${worse.join('；')}。布局${fails ? '变化超出' : '变化未超出'}所设界限。`,
          details: [
            { label: `连片数量（变化不超过 ${mostPatches}%）`, measure: figure(patches, '片') },
            { label: `平均连片面积（变化不超过 ${mostMean}%）`, measure: figure(mean, 'm²') },
          ],
          evidence: fails
            ? [
                ...movedPieces(context, line.layer, 'filed', `调出${line.name}`),
                ...movedPieces(context, line.layer, 'maintained', `调入${line.name}`),
              ]
            : [],
        };
      }),
  };
}

/** Change of a figure, % of what it was. */
function changeOf({ before, after }: { before: number; after: number }): number {
  return (Math.abs(after - before) / before) * 100;
}

function described(
  name: string,
  figures: { before: number; after: number },
  most: number,
  show: (value: number) => string,
): string[] {
  const change = changeOf(figures);
  const relation = change > most + SAME ? `，超过 ${most}%` : '';
  return [`${name} ${show(figures.before)} → ${show(figures.after)}，变化 ${decimal(change)}%${relation}`];
}

/** Filed ground that is still in the line, m². */
function keptArea(context: RuleContext, { layer }: CityLine): number {
  const { values } = context.overlay.shares(
    context.patches('filed', layer)!.polygons,
    context.patches('maintained', layer)!.polygons,
    [context.measure.ofFragments],
  );
  return values[0]!.reduce((sum, area) => sum + area, 0);
}
