import { featureCount } from '@tuheng/geometry';
import type { Column } from '@tuheng/standard';
import { normalizeDate } from '../attributes/date.ts';
import { DatasetError } from '../errors.ts';
import type { OutputField, OutputLayer } from './output-layer.ts';

const INT32 = 2 ** 31;

/** A field with its values in the form they are written. */
export interface FieldValues {
  readonly field: OutputField;
  /** The field's type, but `long` for an integer field with a value beyond 32 bits. */
  readonly type: OutputField['type'] | 'long';
  /** Text, a date as YYYY-MM-DD, a finite number, or null. */
  readonly valueAt: (feature: number) => string | number | null;
}

/**
 * The values of a layer's fields. They are looked at before a byte is written: GDAL would cut text that is too long and
 * round a fraction in an integer field with no more than a warning.
 *
 * @throws DatasetError value-too-long, not-writable (a value that does not fit the type)
 */
export function fieldValues(layer: OutputLayer): FieldValues[] {
  return layer.fields.map((field) => {
    const column = layer.columns.get(field.name);
    const valueAt = readerOf(field, column);
    const where = `图层 ${layer.name} 字段 ${field.name}`;
    let long = false;
    for (let f = 0; f < featureCount(layer.polygons); f++) {
      const value = valueAt(f);
      if (value === null) continue;
      if (typeof value === 'number') {
        if (field.type === 'integer' && !Number.isSafeInteger(value)) refuse(where, f, `${value} 不是整数`);
        long ||= field.type === 'integer' && (value >= INT32 || value < -INT32);
      } else if (field.type === 'text') {
        const length = [...value].length;
        if (field.length > 0 && length > field.length) {
          throw new DatasetError('dataset.value-too-long', where, {
            detail: `第 ${f + 1} 个要素有 ${length} 个字符，最多 ${field.length} 个`,
          });
        }
      } else if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) {
        refuse(where, f, `“${value}” 不是日期`);
      }
    }
    return { field, type: long ? 'long' : field.type, valueAt };
  });
}

function refuse(where: string, feature: number, detail: string): never {
  throw new DatasetError('dataset.not-writable', where, { detail: `第 ${feature + 1} 个要素的值 ${detail}` });
}

function readerOf(field: OutputField, column: Column | undefined): FieldValues['valueAt'] {
  if (!column) return () => null;
  const isText = field.type === 'text' || field.type === 'date';
  if (column.kind === 'number') {
    const numberAt = (f: number) => {
      const value = column.values[f]!;
      return Number.isFinite(value) ? value : null;
    };
    return isText ? (f) => numberAt(f)?.toString() ?? null : numberAt;
  }
  const textAt = (f: number) => column.values[f] ?? null;
  if (field.type === 'text') return textAt;
  return (f) => {
    const text = textAt(f)?.trim() ?? '';
    if (text === '') return null;
    if (field.type === 'date') return normalizeDate(text);
    const value = Number(text);
    return Number.isFinite(value) ? value : null;
  };
}
