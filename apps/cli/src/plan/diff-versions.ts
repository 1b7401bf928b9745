import { allFieldsOf, type OutputLayer, writeDataset } from '@tuheng/dataset';
import { featureCount } from '@tuheng/geometry';
import { layerSpec } from '@tuheng/standard';
import { compareVersions, type Database, type LayerDifference } from '@tuheng/store';
import { terminalTable } from '../terminal-table.ts';
import { formatOf } from './export-version.ts';
import type { PlanAnswer } from './plan-answer.ts';
import type { PlanArguments } from './plan-arguments.ts';

/** Tells what differs between two versions, and writes the features as a database where that is asked for. */
export async function diffVersions(
  database: Database,
  { code, from, to, out }: Extract<PlanArguments, { verb: 'diff' }>,
): Promise<PlanAnswer> {
  const format = out === undefined ? undefined : formatOf(out);
  const difference = await compareVersions(database, code, from, to);
  const written = difference.layers.flatMap(outputOf);
  if (out !== undefined && format !== undefined && written.length > 0)
    await writeDataset(out, format, written);
  const rows = difference.layers.map(({ code: layer, ended, opened, endedArea, openedArea }) => [
    layer,
    layerSpec(layer)?.title ?? '',
    String(ended.ids.length),
    hectares(endedArea),
    String(opened.ids.length),
    hectares(openedArea),
    hectares(openedArea - endedArea),
  ]);
  const title = `${code}：第 ${difference.from.number} 版 → 第 ${difference.to.number} 版`;
  const head = ['图层', '名称', '终止', '面积（公顷）', '新增', '面积（公顷）', '净变化'];
  return {
    data: {
      from: difference.from,
      to: difference.to,
      layers: difference.layers.map(({ ended, opened, ...rest }) => ({
        ...rest,
        ended: [...ended.ids],
        opened: [...opened.ids],
      })),
    },
    text:
      rows.length === 0
        ? `${title}\n没有不同`
        : `${title}\n\n${terminalTable(head, rows, [2, 3, 4, 5, 6]).join('\n')}${out === undefined ? '' : `\n\n图斑已写出到 ${out}`}`,
  };
}

function hectares(area: number): string {
  return (area / 10_000).toFixed(4);
}

/** Two layers of the change: 终止 and 新增. */
function outputOf({ code, ended, opened }: LayerDifference): OutputLayer[] {
  return [
    { ...allFieldsOf(ended.layer), name: `${code}_终止` },
    { ...allFieldsOf(opened.layer), name: `${code}_新增` },
  ].filter(({ polygons }) => featureCount(polygons) > 0);
}
