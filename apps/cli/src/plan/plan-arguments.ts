import { type LedgerAlgorithm, ledgerAlgorithms, type StorePlace } from '@tuheng/store';
import { parse } from '../arguments.ts';
import { placeOf, placeOptions } from '../store-place.ts';
import { UsageError } from '../usage.ts';

/** A command of `tuheng plan`, ready to be carried out. */
export type PlanArguments = {
  readonly place: StorePlace;
  readonly json: boolean;
  readonly quiet: boolean;
} & (
  | {
      readonly verb: 'import';
      readonly path: string;
      readonly code?: string;
      readonly region?: string;
      readonly name?: string;
      /** Database with the layer of regions (XZQ). */
      readonly base?: string;
      /** What the ledger of a new store is hashed with. */
      readonly ledgerAlgorithm?: LedgerAlgorithm;
      readonly reason: string;
    }
  | { readonly verb: 'list' }
  | { readonly verb: 'versions' | 'verify'; readonly code: string }
  | { readonly verb: 'show'; readonly code: string; readonly version?: number | string }
  | {
      readonly verb: 'export';
      readonly code: string;
      readonly version?: number | string;
      readonly out: string;
    }
  | {
      readonly verb: 'diff';
      readonly code: string;
      readonly from: number | string;
      readonly to?: number | string;
      readonly out?: string;
    }
  | {
      readonly verb: 'publish';
      readonly code: string;
      readonly filed: string;
      readonly maintained: string;
      readonly review: string;
      readonly reason: string;
    }
  | { readonly verb: 'rollback'; readonly code: string; readonly to: number; readonly reason: string }
);

const verbs = [
  'import',
  'list',
  'versions',
  'show',
  'export',
  'diff',
  'publish',
  'rollback',
  'verify',
] as const;

/** @throws UsageError */
export function planArguments(args: readonly string[]): PlanArguments {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      ...placeOptions,
      code: { type: 'string' },
      region: { type: 'string' },
      name: { type: 'string' },
      base: { type: 'string' },
      'ledger-algorithm': { type: 'string' },
      reason: { type: 'string' },
      version: { type: 'string' },
      day: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      out: { type: 'string' },
      filed: { type: 'string' },
      maintained: { type: 'string' },
      review: { type: 'string' },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [given, object, ...more] = positionals;
  const verb = verbs.find((known) => known === given);
  if (verb === undefined || more.length > 0) {
    throw new UsageError(`plan 后面要写 ${verbs.join('、')} 之一和它的对象。用法见 tuheng --help。`);
  }
  const demand = (name: 'reason' | 'from' | 'to' | 'out' | 'filed' | 'maintained' | 'review'): string => {
    const value = values[name];
    if (!value) throw new UsageError(`plan ${verb} 缺少 --${name}。用法见 tuheng --help。`);
    return value;
  };
  const common = { place: placeOf(values), json: values.json, quiet: values.quiet };
  if (verb === 'list') return { ...common, verb };
  if (object === undefined) {
    const what = verb === 'import' ? '规划数据库的路径' : '规划的代码';
    throw new UsageError(`plan ${verb} 后面要写${what}。用法见 tuheng --help。`);
  }
  const code = object;
  switch (verb) {
    case 'import':
      return {
        ...common,
        verb,
        path: object,
        ...(values.code && { code: values.code }),
        ...(values.name && { name: values.name }),
        ...(values.base && { base: values.base }),
        ...(values['ledger-algorithm'] && { ledgerAlgorithm: algorithmOf(values['ledger-algorithm']) }),
        ...(values.region && { region: regionOf(values.region) }),
        reason: demand('reason'),
      };
    case 'versions':
    case 'verify':
      return { ...common, verb, code };
    case 'show':
      return { ...common, verb, code, ...versionOf(values) };
    case 'export':
      return { ...common, verb, code, ...versionOf(values), out: demand('out') };
    case 'diff':
      return {
        ...common,
        verb,
        code,
        from: numberOrDay('from', demand('from')),
        ...(values.to && { to: numberOrDay('to', values.to) }),
        ...(values.out && { out: values.out }),
      };
    case 'publish':
      return {
        ...common,
        verb,
        code,
        filed: demand('filed'),
        maintained: demand('maintained'),
        review: demand('review'),
        reason: demand('reason'),
      };
    case 'rollback':
      return { ...common, verb, code, to: numberOf('to', demand('to')), reason: demand('reason') };
  }
}

function versionOf({
  version,
  day,
}: {
  readonly version?: string | undefined;
  readonly day?: string | undefined;
}): { readonly version?: number | string } {
  if (version && day) throw new UsageError('--version 和 --day 只能写一个。用法见 tuheng --help。');
  if (version) return { version: numberOf('version', version) };
  return day ? { version: dayOf('day', day) } : {};
}

function algorithmOf(value: string): LedgerAlgorithm {
  const known = ledgerAlgorithms.find((algorithm) => algorithm === value);
  if (known) return known;
  throw new UsageError(`--ledger-algorithm 可以写 ${ledgerAlgorithms.join('、')}，收到的是 ${value}。`);
}

function regionOf(value: string): string {
  if (/^\d{6}$/.test(value)) return value;
  throw new UsageError(`--region 要写成 6 位行政区代码，收到的是 ${value}。`);
}

function numberOrDay(name: string, value: string): number | string {
  return value.includes('-') ? dayOf(name, value) : numberOf(name, value);
}

function numberOf(name: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 2 ** 31) return number;
  throw new UsageError(`--${name} 要写成版本号（1、2 …），收到的是 ${value}。`);
}

function dayOf(name: string, value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && isReal) return value;
  throw new UsageError(`--${name} 要写成日期（如 2026-11-25），收到的是 ${value}。`);
}
