import { type Condition, type Layer, numberAt, textAt } from '@tuheng/standard';

/** Whether a feature meets a condition; undefined where its field is blank, so that nobody knows. */
export type Test = (layer: Pick<Layer, 'columns'>, f: number) => boolean | undefined;

/** Conditions that all have to hold; none always does. */
export function conditionsOf(where: Condition | readonly Condition[] | undefined): readonly Condition[] {
  if (where === undefined) return [];
  return Array.isArray(where) ? where : [where as Condition];
}

/** All of the conditions: false where one does not hold, or else unknown where one is. */
export function testOf(conditions: readonly Condition[]): Test {
  const tests = conditions.map(oneTest);
  return (layer, f) => {
    let known = true;
    for (const test of tests) {
      const holds = test(layer, f);
      if (holds === false) return false;
      if (holds === undefined) known = false;
    }
    return known ? true : undefined;
  };
}

/** The fields that conditions read. */
export function fieldsOf(conditions: readonly Condition[]): string[] {
  return conditions.flatMap((one) => ('not' in one ? fieldsOf([one.not]) : [one.field]));
}

function oneTest(condition: Condition): Test {
  if ('not' in condition) {
    const test = oneTest(condition.not);
    return (layer, f) => {
      const holds = test(layer, f);
      return holds === undefined ? undefined : !holds;
    };
  }
  const { field } = condition;
  if ('between' in condition) {
    const [least, most] = condition.between;
    return ofNumber(field, (value) => value >= least && value <= most);
  }
  if ('startsWith' in condition) {
    const { startsWith } = condition;
    return ofText(field, (value) => startsWith.some((start) => value.startsWith(start)));
  }
  const wanted = 'in' in condition ? condition.in : [condition.equals];
  return typeof wanted[0] === 'number'
    ? ofNumber(field, (value) => wanted.includes(value))
    : ofText(field, (value) => wanted.includes(value));
}

function ofText(field: string, holds: (value: string) => boolean): Test {
  return (layer, f) => {
    const value = textAt(layer, field, f)?.trim() ?? '';
    return value === '' ? undefined : holds(value);
  };
}

function ofNumber(field: string, holds: (value: number) => boolean): Test {
  return (layer, f) => {
    const value = numberAt(layer, field, f);
    return Number.isNaN(value) ? undefined : holds(value);
  };
}
