import { loadKernelOverlay, PolygonsBuilder } from '@tuheng/geometry';
import { type Column, crsOf, defaultTolerance, type Plan } from '@tuheng/standard';
import type { Database } from '../database/database.ts';
import { changeBetween } from '../plans/plan-change.ts';
import { type Published, publish } from '../plans/publish.ts';
import { tester } from './plans.ts';

/** Squares of the one layer stand in rows of this many, and are this long and far apart, metres. */
const ROW = 500;
const SIDE = 100;

/**
 * A plan of one layer of `n` squares.
 *
 * @param edition what is written on the first `changed` of them: another edition is another plan
 */
export function squarePlan(n: number, edition = 0, changed = Math.min(n, 5)): Plan {
  const builder = new PolygonsBuilder();
  for (let i = 0; i < n; i++) {
    const [x, y] = [45_400_000 + (i % ROW) * 2 * SIDE, 5_200_000 + Math.floor(i / ROW) * 2 * SIDE];
    builder.addRing([x, y, x + SIDE, y, x + SIDE, y + SIDE, x, y + SIDE]);
    builder.endPolygon();
    builder.endFeature();
  }
  const texts = (of: (i: number) => string | null) =>
    ({ kind: 'text', values: Array.from({ length: n }, (_, i) => of(i)) }) as const;
  const layer = {
    code: 'GHFQ',
    sourceName: '规划分区',
    crs: crsOf(4533)!,
    polygons: builder.build(),
    columns: new Map<string, Column>([
      ['BSM', texts((i) => `230899${String(i + 1).padStart(12, '0')}`)],
      ['GHFQMC', texts((i) => (i < changed ? `第 ${edition} 稿` : i % 3 === 0 ? null : '农田保护区'))],
      ['MJ', { kind: 'number', values: Float64Array.from({ length: n }, () => SIDE * SIDE) }],
    ]),
  };
  return { name: '测试县', digest: '', format: 'memory', layers: new Map([['GHFQ', layer]]), notes: [] };
}

/** Publishes edition `edition` of a plan of squares over the edition before. */
export async function publishEdition(
  database: Database,
  code: string,
  n: number,
  edition: number,
): Promise<Published> {
  return publish(database, tester, {
    code,
    change: changeBetween(squarePlan(n, edition - 1), squarePlan(n, edition)),
    review: { id: `${code}-${edition}` },
    reason: '动态维护',
    overlay: await loadKernelOverlay(defaultTolerance.grid),
    tolerance: defaultTolerance,
  });
}
