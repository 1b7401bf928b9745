import type { Note } from '@tuheng/standard';
import { DatasetError } from '../errors.ts';

/** What a [属性描述] says of the coordinates. */
export interface CoordinateHeader {
  /** 3° zone number, where one is stated. */
  readonly zone?: number;
  readonly notes: readonly Note[];
}

interface Entry {
  readonly value: string;
  readonly line: number;
}

const ZONES = [25, 45] as const;

/**
 * Reads the keys of [属性描述] that say where coordinates lie: 坐标系, 几度分带, 计量单位, 带号. The others (版本, 单位, 日期, 精度, 转换参数)
 * change nothing here. Keys and what they hold are those of texts seen in public (docs/sources.md §2.7); the requirement itself was not found.
 *
 * @throws DatasetError wrong-crs for another datum or 6° zones, site-syntax for a unit that is neither metre nor degree
 */
export function readHeader(entries: ReadonlyMap<string, Entry>, where: string): CoordinateHeader {
  const notes: Note[] = [];
  const datum = entries.get('坐标系');
  if (datum && datum.value !== '' && !/2000|4490/.test(datum.value)) {
    throw wrongCrs(where, `第 ${datum.line} 行：坐标系=${datum.value}`);
  }
  if (!datum || datum.value === '') {
    notes.push({ code: 'dataset.crs-assumed', message: '没有写明坐标系，按 2000 国家大地坐标系读取' });
  }
  const width = entries.get('几度分带') ?? entries.get('分带');
  if (width && /[6六]/.test(width.value)) throw wrongCrs(where, `第 ${width.line} 行：6 度带`);
  const unit = entries.get('计量单位');
  if (unit && !/^(米|m|度|°|)$/i.test(unit.value)) {
    throw new DatasetError('dataset.site-syntax', where, {
      detail: `第 ${unit.line} 行：计量单位=${unit.value}`,
    });
  }
  const shift = entries.get('转换参数');
  if (shift?.value.split(/[,，]/).some((value) => Number(value) !== 0)) {
    notes.push({
      code: 'dataset.shift-ignored',
      message: `第 ${shift.line} 行写有转换参数，坐标按原值使用，未作转换`,
    });
  }
  return { ...zoneOf(entries.get('带号'), where), notes };
}

function zoneOf(entry: Entry | undefined, where: string): { readonly zone?: number } {
  const digits = /^(\d+)\s*带?$/.exec(entry?.value ?? '')?.[1];
  if (!entry || entry.value === '') return {};
  const zone = Number(digits);
  if (digits === undefined || zone < ZONES[0] || zone > ZONES[1]) {
    throw wrongCrs(
      where,
      `第 ${entry.line} 行：带号=${entry.value}，应为 3 度带的 ${ZONES[0]} 至 ${ZONES[1]}`,
    );
  }
  return { zone };
}

function wrongCrs(where: string, detail: string): DatasetError {
  return new DatasetError('dataset.wrong-crs', where, { detail });
}
