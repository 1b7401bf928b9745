import { parseArgs } from 'node:util';
import type { RuleBookId } from '@tuheng/standard';
import { UsageError } from './usage.ts';

export interface ReviewArguments {
  readonly filed: string;
  readonly maintained: string;
  readonly base?: string;
  readonly targets?: string;
  readonly profile?: string;
  /** List of key projects of B. */
  readonly projects?: string;
  /** List of key projects of A. */
  readonly filedProjects?: string;
  readonly out: string;
  readonly date: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface InspectArguments {
  readonly path: string;
  readonly out: string;
  readonly profile?: string;
  readonly filed?: string;
  readonly maintained?: string;
  readonly base?: string;
  readonly neighbours: readonly string[];
  readonly targets?: string;
  readonly fix: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface RulesArguments {
  readonly profile?: string;
  readonly targets?: string;
  /** One book alone. */
  readonly book?: RuleBookId;
  readonly json: boolean;
}

export interface DemoArguments {
  readonly out: string;
  /** Only generate, into `out`. */
  readonly generateOnly: boolean;
  readonly parcels: number;
  readonly seed: number;
  readonly faults: string;
  /** Also write the maintenance as a package: sound, or with a fault of the data for every rule of the inspection. */
  readonly package: 'none' | 'sound' | 'faulty';
  readonly date: string;
  /** Goes on with the running services. */
  readonly serves: boolean;
  /** Absent: the usual one, or another that is free. */
  readonly port?: number;
  readonly quiet: boolean;
}

/** Today as yyyymmdd: the only clock of the command, and only in the numbers of the change set. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}${String(now.getMonth() + 1).padStart(2, '0')}${String(now.getDate()).padStart(2, '0')}`;
}

/** `parseArgs` of Node, its complaints as those of the command. @throws UsageError */
export function parse<T extends NonNullable<Parameters<typeof parseArgs>[0]>>(config: T) {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}。用法见 tuheng --help。`);
  }
}

/** A day as yyyymmdd; today where none is given. @throws UsageError */
export function dateOf(value: string | undefined): string {
  if (value === undefined) return today();
  const iso = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // A day that does not exist, such as 30 February, rolls over to another.
  if (!/^(19|20)\d{6}$/.test(value) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) {
    throw new UsageError(`--date 要写成 8 位日期（如 20261124），收到的是 ${value}。`);
  }
  return value;
}

/** @throws UsageError */
export function reviewArguments(args: readonly string[]): ReviewArguments {
  const { values } = parse({
    args: [...args],
    options: {
      filed: { type: 'string' },
      maintained: { type: 'string' },
      base: { type: 'string' },
      targets: { type: 'string' },
      profile: { type: 'string' },
      projects: { type: 'string' },
      'filed-projects': { type: 'string' },
      out: { type: 'string' },
      date: { type: 'string' },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const { filed, maintained, out } = values;
  const missing = Object.entries({ filed, maintained, out })
    .filter(([, value]) => !value)
    .map(([name]) => `--${name}`);
  if (!filed || !maintained || !out) {
    throw new UsageError(`review 缺少 ${missing.join('、')}。用法见 tuheng --help。`);
  }
  return {
    filed,
    maintained,
    ...(values.base ? { base: values.base } : {}),
    ...(values.targets ? { targets: values.targets } : {}),
    ...(values.profile ? { profile: values.profile } : {}),
    ...(values.projects ? { projects: values.projects } : {}),
    ...(values['filed-projects'] ? { filedProjects: values['filed-projects'] } : {}),
    out,
    date: dateOf(values.date),
    json: values.json,
    quiet: values.quiet,
  };
}

/** @throws UsageError */
export function inspectArguments(args: readonly string[]): InspectArguments {
  const { values, positionals } = parse({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      profile: { type: 'string' },
      filed: { type: 'string' },
      maintained: { type: 'string' },
      base: { type: 'string' },
      neighbour: { type: 'string', multiple: true, default: [] },
      targets: { type: 'string' },
      fix: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new UsageError(
      `inspect 要一个数据库或成果包的路径，收到 ${positionals.length} 个。用法见 tuheng --help。`,
    );
  }
  const { out, profile, filed, maintained, base, targets } = values;
  if (!out) throw new UsageError('inspect 缺少 --out。用法见 tuheng --help。');
  return {
    path,
    out,
    ...(profile && { profile }),
    ...(filed && { filed }),
    ...(maintained && { maintained }),
    ...(base && { base }),
    neighbours: values.neighbour,
    ...(targets && { targets }),
    fix: values.fix,
    json: values.json,
    quiet: values.quiet,
  };
}

/** @throws UsageError */
export function rulesArguments(args: readonly string[]): RulesArguments {
  const { values } = parse({
    args: [...args],
    options: {
      profile: { type: 'string' },
      targets: { type: 'string' },
      book: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { profile, targets, json } = values;
  const book = bookOf(values.book);
  return { ...(profile && { profile }), ...(targets && { targets }), ...(book && { book }), json };
}

function bookOf(value: string | undefined): RuleBookId | undefined {
  if (value === undefined || value === 'review' || value === 'inspection') return value;
  throw new UsageError(`--book 要写 review 或 inspection，收到的是 ${value}。`);
}

const LEAST_PARCELS = 2000;
const MOST_PARCELS = 1_000_000;

/** @throws UsageError */
export function demoArguments(args: readonly string[]): DemoArguments {
  // `--faults` stands alone or with the name of one fault: parseArgs knows only the one or the other.
  const normal = args.flatMap((arg, i) =>
    arg === '--faults' && (args[i + 1] === undefined || args[i + 1]!.startsWith('--')) ? [arg, 'all'] : [arg],
  );
  const { values } = parse({
    args: normal,
    options: {
      out: { type: 'string' },
      generate: { type: 'string' },
      parcels: parcelsOption,
      seed: { type: 'string', default: '1' },
      faults: { type: 'string', default: 'none' },
      package: { type: 'boolean', default: false },
      'data-faults': { type: 'boolean', default: false },
      date: { type: 'string' },
      'no-serve': { type: 'boolean', default: false },
      port: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new UsageError(`--seed 要是整数，收到的是 ${values.seed}。`);
  return {
    out: values.generate ?? values.out ?? 'out/demo',
    generateOnly: values.generate !== undefined,
    parcels: parcelsOf(values.parcels),
    seed,
    faults: values.faults,
    package: values['data-faults'] ? 'faulty' : values.package ? 'sound' : 'none',
    date: dateOf(values.date),
    serves: !values['no-serve'],
    ...(values.port !== undefined && { port: portOf(values.port) }),
    quiet: values.quiet,
  };
}

/** About how many parcels a demonstration county has. */
export const parcelsOption = { type: 'string', default: '20000' } as const;

/** @throws UsageError */
export function parcelsOf(value: string): number {
  const parcels = Number(value);
  if (!Number.isInteger(parcels) || parcels < LEAST_PARCELS || parcels > MOST_PARCELS)
    throw new UsageError(`--parcels 要在 ${LEAST_PARCELS} 到 ${MOST_PARCELS} 之间，收到的是 ${value}。`);
  return parcels;
}

/** @throws UsageError */
export function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535)
    throw new UsageError(`--port 要在 0 到 65535 之间（0 为任意空闲端口），收到的是 ${value}。`);
  return port;
}
