import { parse } from './arguments.ts';
import { UsageError } from './usage.ts';

export interface SiteArguments {
  /** The file of the ground. */
  readonly path: string;
  readonly plan: string;
  readonly base?: string;
  /** Code of 用地用海分类. */
  readonly landUse?: string;
  /** Edition of `landUse`. */
  readonly landUseYear: 2020 | 2023;
  /** Which of the ten kinds of limited activity it claims to be. */
  readonly activity?: number;
  /** Where the report goes, as JSON. */
  readonly out?: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** @throws UsageError */
export function siteArguments(args: readonly string[]): SiteArguments {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      plan: { type: 'string' },
      base: { type: 'string' },
      'land-use': { type: 'string' },
      'land-use-year': { type: 'string', default: '2023' },
      activity: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new UsageError(`site 要一个用地范围文件，收到 ${positionals.length} 个。用法见 tuheng --help。`);
  }
  const { plan, base, out, activity, 'land-use': landUse } = values;
  if (!plan) throw new UsageError('site 缺少 --plan。用法见 tuheng --help。');
  return {
    path,
    plan,
    ...(base && { base }),
    ...(landUse && { landUse }),
    landUseYear: yearOf(values['land-use-year']),
    ...(activity !== undefined && { activity: activityOf(activity) }),
    ...(out && { out }),
    json: values.json,
    quiet: values.quiet,
  };
}

function yearOf(value: string): 2020 | 2023 {
  if (value === '2020') return 2020;
  if (value === '2023') return 2023;
  throw new UsageError(`--land-use-year 要写 2020 或 2023，收到的是 ${value}。`);
}

function activityOf(value: string): number {
  if (/^([1-9]|10)$/.test(value)) return Number(value);
  throw new UsageError(`--activity 要写 1 到 10 的整数（有限人为活动的类别），收到的是 ${value}。`);
}
