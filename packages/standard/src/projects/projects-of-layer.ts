import { featureCount } from '@tuheng/geometry';
import { roundArea } from '../area-values.ts';
import { type Layer, numberAt, textAt } from '../layer.ts';
import { operationWords, type ProjectList, type ProjectOperation, type ProjectRow } from './project-list.ts';

const HECTARE = 10_000;

/**
 * The list that the layer ZDJSXM holds by itself, where no table was given. Features of one number and name are parts of one project; an
 * operation that is none of the four is told in `notes`.
 */
export function projectsOfLayer(layer: Layer): ProjectList {
  const rows: ProjectRow[] = [];
  const unknown: number[] = [];
  const seen = new Set<string>();
  for (let f = 0; f < featureCount(layer.polygons); f++) {
    const row = rowOf(layer, f, unknown);
    const key = JSON.stringify([row.number, row.name]);
    if (row.number !== null && seen.has(key)) continue;
    seen.add(key);
    rows.push(row);
  }
  return {
    name: layer.sourceName,
    digest: '',
    format: 'layer',
    rows,
    notes:
      unknown.length === 0
        ? []
        : [
            {
              code: 'projects.unknown-operation',
              layer: layer.code,
              count: unknown.length,
              message: `第 ${unknown.join('、')} 个要素的操作（CZ）不是增补、调序、修改、清退，按没有操作读取。`,
            },
          ],
  };
}

function rowOf(layer: Layer, f: number, unknown: number[]): ProjectRow {
  const text = (field: string): string | null => textAt(layer, field, f)?.trim() || null;
  const figure = (field: string, unit: number): number | null => {
    const value = numberAt(layer, field, f);
    return Number.isNaN(value) ? null : roundArea(value * unit);
  };
  const operation = text('CZ');
  const known = (Object.keys(operationWords) as ProjectOperation[]).find(
    (key) => operationWords[key] === operation,
  );
  if (operation !== null && known === undefined) unknown.push(f + 1);
  return {
    sheet: '',
    row: f + 1,
    number: text('XMBH'),
    name: text('XMMC'),
    level: text('XMJB'),
    category: text('XMLX'),
    nature: text('JSXZ'),
    years: text('JSNX'),
    area: figure('YDGM', HECTARE),
    newArea: figure('XZYDGM', HECTARE),
    cultivated: figure('ZGDMJ', HECTARE),
    farmland: figure('ZYNMJ', HECTARE),
    redLine: figure('ZHXMJ', HECTARE),
    siting: text('XZFS'),
    basis: text('YJ'),
    operation: known ?? null,
    reason: text('CZLY'),
    order: figure('XH', 1),
    remark: text('BZ'),
  };
}
