import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readProjectList } from '@tuheng/dataset';
import type { ProjectList } from '@tuheng/standard';

/** Names under which lists of key projects are looked for beside the data. */
export const projectListNames = {
  filed: '备案重点建设项目清单.xlsx',
  maintained: '重点建设项目清单.xlsx',
} as const;

export interface ProjectPaths {
  readonly filed: string;
  readonly maintained: string;
  readonly projects?: string;
  readonly filedProjects?: string;
}

/**
 * The lists of key projects of a review: those named, or those that lie beside the databases. Where A and B lie in folders of their own, the list of A
 * may have the same name as that of B.
 *
 * @throws ProjectListError when one cannot be read; a missing file is an error only where it was named
 */
export async function loadProjects(
  paths: ProjectPaths,
): Promise<{ readonly filed?: ProjectList; readonly maintained?: ProjectList }> {
  const [ofFiled, ofMaintained] = [dirname(resolve(paths.filed)), dirname(resolve(paths.maintained))];
  const maintained = paths.projects ?? (await first(join(ofMaintained, projectListNames.maintained)));
  const filed =
    paths.filedProjects ??
    (await first(
      join(ofFiled, projectListNames.filed),
      join(ofMaintained, projectListNames.filed),
      ...(ofFiled === ofMaintained ? [] : [join(ofFiled, projectListNames.maintained)]),
    ));
  return {
    ...(filed !== undefined && { filed: await readProjectList(filed) }),
    ...(maintained !== undefined && { maintained: await readProjectList(maintained) }),
  };
}

async function first(...paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    if ((await stat(path).catch(() => undefined))?.isFile()) return path;
  }
  return undefined;
}
