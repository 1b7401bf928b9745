import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OutputLayer, writeDataset } from '@tuheng/dataset';
import { renderReport } from '@tuheng/dossier';
import { reprojectPolygons } from '@tuheng/geometry';
import type { ChangeSetLayer, ReviewResult } from '@tuheng/maintenance';
import { CGCS2000, type Plan } from '@tuheng/standard';
import { reportMap } from './report-map.ts';
import { writeTogether } from './write-together.ts';

/** Names of what a review leaves behind. */
export const resultNames = {
  report: 'report.html',
  review: 'review.json',
  changeSet: 'change-set.gdb',
} as const;

/** Writes the report, `review.json` and the change set into `out`, all or nothing. */
export async function writeResults(
  out: string,
  result: ReviewResult,
  plans: { readonly filed: Plan; readonly maintained: Plan; readonly base?: Plan },
): Promise<void> {
  await writeTogether(out, Object.values(resultNames), async (folder) => {
    await writeFile(join(folder, resultNames.review), `${JSON.stringify(result.review, null, 1)}\n`);
    await writeFile(join(folder, resultNames.report), renderReport(result.review, reportMap(result, plans)));
    const layers = result.changeSet.flatMap(({ before, change, after }) => [before, change, after]);
    if (layers.length > 0) {
      await writeDataset(join(folder, resultNames.changeSet), 'FileGDB', layers.map(toGeographic));
    }
  });
}

/** 1985 国家高程基准: what a maintenance database declares beside CGCS2000 (standards.md §2.2). */
const HEIGHT_1985 = 5737;

/** The maintenance database is in longitude and latitude (standards.md §2.2). */
export function toGeographic(layer: Omit<ChangeSetLayer, 'sourceName'>): OutputLayer {
  return {
    name: layer.code,
    crs: CGCS2000,
    vertical: HEIGHT_1985,
    polygons: reprojectPolygons(layer.polygons, layer.crs, CGCS2000),
    fields: layer.fields,
    columns: layer.columns,
  };
}
