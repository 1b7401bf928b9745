import { type Column, numberAt, textAt } from '@tuheng/standard';
import { PbfWriter } from 'pbf';

/**
 * Values of one attribute as a tile wants them: each different value once, written as a `Value` message of a vector tile, and the number of
 * the value that each shape has. No strings, so that workers share it.
 */
export interface AttributeTable {
  readonly name: string;
  /** Value of each shape, `NO_VALUE` for null. */
  readonly value: Uint32Array;
  /** Value `i` is `bytes[start[i] .. start[i + 1])`. */
  readonly start: Uint32Array;
  readonly bytes: Uint8Array;
}

export const NO_VALUE = 0xffffffff;

/** Fields of a `Value` message. */
const STRING_VALUE = 1;
const DOUBLE_VALUE = 3;

/** @param shapes how many there are: a column that is missing gives none of them a value */
export function attributeTable(
  columns: ReadonlyMap<string, Column>,
  name: string,
  shapes: number,
): AttributeTable {
  const isNumber = columns.get(name)?.kind === 'number';
  const numbers = new Map<string | number, number>();
  const value = new Uint32Array(shapes);
  const start = [0];
  const writer = new PbfWriter();
  for (let f = 0; f < shapes; f++) {
    const one = isNumber ? numberAt({ columns }, name, f) : textAt({ columns }, name, f);
    if (one === null || Number.isNaN(one)) {
      value[f] = NO_VALUE;
      continue;
    }
    let number = numbers.get(one);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(one, number);
      if (typeof one === 'string') writer.writeStringField(STRING_VALUE, one);
      else writer.writeDoubleField(DOUBLE_VALUE, one);
      start.push(writer.pos);
    }
    value[f] = number;
  }
  return { name, value, start: Uint32Array.from(start), bytes: writer.finish().slice() };
}
