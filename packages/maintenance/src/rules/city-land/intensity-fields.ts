import type { Layer } from '@tuheng/standard';

/** An indicator of development intensity, and which way a change makes it looser. */
export interface Intensity {
  readonly name: '容积率' | '建筑密度' | '绿地率' | '建筑限高';
  readonly unit: '' | '%' | 'm';
  /** Raising it (1) or lowering it (−1) allows more to be built. */
  readonly looser: 1 | -1;
  /** Names of fields that seem to hold it; no standard read here names them. */
  readonly fields: readonly string[];
}

export const intensities: readonly Intensity[] = [
  { name: '容积率', unit: '', looser: 1, fields: ['RJL', '容积率'] },
  { name: '建筑密度', unit: '%', looser: 1, fields: ['JZMD', '建筑密度'] },
  { name: '绿地率', unit: '%', looser: -1, fields: ['LDL', '绿地率'] },
  { name: '建筑限高', unit: 'm', looser: 1, fields: ['JZXG', 'XG', '建筑限高', '限高', '建筑高度'] },
];

/** The table as a region writes it: `容积率=RJL/容积率；建筑密度=…`. */
export const fieldsText = intensities.map(({ name, fields }) => `${name}=${fields.join('/')}`).join('；');

/** The indicators with the fields that a text in the form of `fieldsText` gives them; one it does not name keeps its own. */
export function withFields(text: string): Intensity[] {
  const set = new Map(
    text
      .split(/[；;]/)
      .map((part) => part.split('='))
      .filter((pair) => pair.length === 2)
      .map(([name, fields]) => [name!.trim(), fields!.split('/').map((field) => field.trim())]),
  );
  return intensities.map((own) => ({ ...own, fields: set.get(own.name) ?? own.fields }));
}

/** The values of an indicator by feature: NaN where the file says nothing; shares in percent. */
export interface IntensityColumn {
  readonly field: string;
  readonly values: Float64Array;
  /** Features whose text holds no number. */
  readonly unreadable: readonly number[];
  /** Whether the file holds shares of 1 rather than percent: no value is above 1. */
  readonly fraction: boolean;
}

/** Reads an indicator from a layer; undefined where none of its fields is there. */
export function intensityColumn(
  layer: Layer,
  indicator: Intensity,
  features: number,
): IntensityColumn | undefined {
  const byName = new Map([...layer.columns.keys()].map((name) => [name.trim().toUpperCase(), name]));
  const field = indicator.fields
    .map((name) => byName.get(name.toUpperCase()))
    .find((name) => name !== undefined);
  if (field === undefined) return undefined;
  const column = layer.columns.get(field)!;
  const unreadable: number[] = [];
  const values = Float64Array.from({ length: features }, (_, f) => {
    if (column.kind === 'number') return column.values[f]!;
    const text = column.values[f]?.trim() ?? '';
    const value = boundIn(text, indicator.looser);
    if (text !== '' && Number.isNaN(value)) unreadable.push(f);
    return value;
  });
  const fraction =
    indicator.unit === '%' && values.some((value) => value > 0) && !values.some((value) => value > 1);
  return {
    field,
    values: fraction ? values.map((value) => value * 100) : values,
    unreadable,
    fraction,
  };
}

/** The figure that binds in a text: of `1.5—2.0` the upper where a limit, of `≥30%` the number. */
function boundIn(text: string, looser: 1 | -1): number {
  if (/^[-−]\s*\d/.test(text)) return -Number(text.match(/\d+(?:\.\d+)?/)![0]);
  const numbers = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  if (numbers.length === 0) return Number.NaN;
  return looser > 0 ? Math.max(...numbers) : Math.min(...numbers);
}
