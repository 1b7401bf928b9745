import type { WorkbookSheet } from '@tuheng/dataset';
import { featureCount } from '@tuheng/geometry';
import { type Layer, layerSpec } from '@tuheng/standard';
import { valueAt } from '../features/value-at.ts';

/** The attributes of a layer as a sheet, one feature a row, fields under the titles of the standard. */
export function attributeSheet({ code, polygons, columns }: Layer): WorkbookSheet {
  const spec = layerSpec(code);
  const titles = new Map(spec?.fields.map(({ name, title }) => [name, title]));
  const fields = [...columns];
  return {
    name: spec?.title ?? code,
    columns: fields.map(([name, { kind }]) => ({
      title: titles.has(name) ? `${titles.get(name)} ${name}` : name,
      width: 16,
      kind,
    })),
    rows: Array.from({ length: featureCount(polygons) }, (_, f) =>
      fields.map(([, column]) => valueAt(column, f)),
    ),
  };
}
