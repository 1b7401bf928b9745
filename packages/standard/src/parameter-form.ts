import { layerSpec } from './layer-spec.ts';

/**
 * What a parameter can be set to:
 * - a number within bounds;
 * - the code of a layer of the standard;
 * - another text, where the rule reads it (codes, layers, names of fields);
 * - a statement of how a rule computes, which can be confirmed with a source but not be worded otherwise: the rule would compute the same;
 * - a list, which is no threshold and only a profile sets.
 */
export type ParameterForm =
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly whole: boolean }
  | { readonly kind: 'layer' | 'text' | 'statement' | 'list' };

/** What may stand in place of a text that a rule carries: another text, which it reads, or a number. */
export type FreeValue = 'text' | 'number';

/** A parameter as its rule carries it. */
export interface SettableParameter {
  readonly value: number | string | readonly string[];
  readonly unit: string;
  readonly free?: FreeValue;
}

type Bounds = readonly [least: number, most: number, whole?: 'whole'];

/** What a unit allows. The bounds are ours: they catch what cannot be meant (a slip of the pen, another unit), and are no standard. */
const bounds: Readonly<Record<string, Bounds>> = {
  'm²': [0, 1e6],
  m: [0, 1e5],
  '%': [0, 100],
  '°': [0, 180],
  级: [0, 15],
  年: [1900, 2999, 'whole'],
  字符: [1, 254, 'whole'],
  表内单位: [0, 1e6],
};

const anything: Bounds = [0, 1e9];

/** What a parameter can be set to. */
export function parameterForm({ value, unit, free }: SettableParameter): ParameterForm {
  if (typeof value === 'number' || free === 'number') {
    const [least, most, whole] = bounds[unit] ?? anything;
    return { kind: 'number', least, most, whole: whole !== undefined };
  }
  if (typeof value !== 'string') return { kind: 'list' };
  if (free === 'text') return { kind: 'text' };
  return { kind: layerSpec(value) ? 'layer' : 'statement' };
}

/**
 * Why a parameter cannot be set to a value, in Chinese; undefined where it can.
 *
 * @param source where the value stands written; empty where it is not told
 */
export function settingFault(own: SettableParameter, value: unknown, source: string): string | undefined {
  const form = parameterForm(own);
  // The word that a number may replace is itself a statement.
  if (own.free === 'number' && value === own.value) return unconfirmed(source);
  switch (form.kind) {
    case 'number': {
      const { least, most, whole } = form;
      if (typeof value !== 'number' || !Number.isFinite(value)) return '应是一个数';
      if (value < least || value > most) return `应在 ${least} 到 ${most} ${own.unit} 之间`;
      return whole && !Number.isInteger(value) ? '应是整数' : undefined;
    }
    case 'layer':
      return typeof value === 'string' && layerSpec(value) ? undefined : '应是标准中的一个图层代码';
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? undefined : '应是文字';
    case 'statement':
      if (value !== own.value) return `规则按“${String(own.value)}”计算，只能注明出处予以确认，不能改写`;
      return unconfirmed(source);
    case 'list':
      return '是一个列表，不是阈值，请用地方细则文件设定';
  }
}

function unconfirmed(source: string): string | undefined {
  return source.trim() === '' ? '确认规则的算法要写明出处' : undefined;
}
