import { parseArgs } from 'node:util';
import type { Context } from './context.ts';
import { changeGroup } from './groups/change.ts';
import { coverageGroup } from './groups/coverage.ts';
import { featuresGroup } from './groups/features.ts';
import { growthGroup } from './groups/growth.ts';
import { inspectGroup } from './groups/inspect.ts';
import { overlayGroup } from './groups/overlay.ts';
import { realGroup } from './groups/real.ts';
import { reviewGroup } from './groups/review.ts';
import { servicesGroup } from './groups/services.ts';
import { siteGroup } from './groups/site.ts';
import { storeGroup } from './groups/store.ts';
import { tilesGroup } from './groups/tiles.ts';
import { workspaceGroup } from './groups/workspace.ts';
import type { CaseResult } from './result.ts';

export const groups: Readonly<Record<string, (context: Context) => Promise<CaseResult[]>>> = {
  overlay: overlayGroup,
  change: changeGroup,
  coverage: coverageGroup,
  real: realGroup,
  growth: growthGroup,
  review: reviewGroup,
  inspect: inspectGroup,
  store: storeGroup,
  features: featuresGroup,
  site: siteGroup,
  services: servicesGroup,
  tiles: tilesGroup,
  workspace: workspaceGroup,
};

export const usage = `npm run bench -- [GROUP …] [options]
  groups            ${Object.keys(groups).join(', ')}; all when none is named
  --json            print the result of one group as JSON and nothing else; write no file
  --scale F         factor on the number of parcels of generated inputs, for a quick look (default 1)
  --runs N          runs a case; the median counts (default 3)
  --limit SECONDS   give up a run after this time (default 100)
  --ours-only       no peers`;

export interface BenchArguments extends Omit<Context, 'postgis'> {
  readonly names: readonly string[];
  readonly json: boolean;
  /** Asked for other work than the stated one, by any option: its figures must not pass for the stated ones. */
  readonly trial: boolean;
}

/** @throws Error with a sentence for the person who typed it */
export function benchArguments(args: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      scale: { type: 'string', default: '1' },
      runs: { type: 'string', default: '3' },
      limit: { type: 'string', default: '100' },
      'ours-only': { type: 'boolean', default: false },
    },
  });
  const positive = (name: 'scale' | 'runs' | 'limit'): number => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} must be a number above 0`);
    return value;
  };
  const unknown = positionals.find((name) => !(name in groups));
  if (unknown !== undefined) throw new Error(`there is no group ${unknown}`);
  if (values.json && positionals.length !== 1) throw new Error('--json wants exactly one group');
  return {
    names: positionals.length > 0 ? positionals : Object.keys(groups),
    json: values.json,
    trial: args.some((arg) => arg.startsWith('--') && arg !== '--json'),
    scale: positive('scale'),
    runs: Math.ceil(positive('runs')),
    limit: positive('limit'),
    oursOnly: values['ours-only'],
  };
}
