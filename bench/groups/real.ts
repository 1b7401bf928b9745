import { existsSync } from 'node:fs';
import { compare } from '../compare.ts';
import type { Context } from '../context.ts';
import { realFolder } from '../places.ts';
import type { CaseResult } from '../result.ts';

const pairs = [
  { layer: 'GHFQ', files: '230899示范县县级国土空间总体规划矢量数据' },
  { layer: 'ZXCQGHYDYH', files: '230899示范县中心城区用地' },
] as const;

/** The pair table of two versions of real layers: zones of a county, and Chicago's zoning districts. */
export async function realGroup(context: Context): Promise<CaseResult[]> {
  const cases: CaseResult[] = [];
  for (const { layer, files } of pairs) {
    const title = `${layer}, two versions`;
    if (!existsSync(realFolder)) {
      const skipped = '../shared/data/real-geometry is missing';
      cases.push({ case: title, ours: { median: 0, runs: [] }, peers: {}, ratio: null, skipped });
      continue;
    }
    const inputs = ['备案', '维护后'].map(
      (version) => ({ kind: 'real', file: `${files}_${version}.gdb.zip`, layer }) as const,
    );
    cases.push(await compare({ case: title, job: 'overlay', inputs, peers: ['postgis', 'geos'] }, context));
  }
  return cases;
}
