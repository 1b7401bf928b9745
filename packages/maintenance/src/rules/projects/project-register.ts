import { featureCount } from '@tuheng/geometry';
import { type ProjectList, type ProjectRow, textAt } from '@tuheng/standard';
import type { Evidence } from '../../review.ts';
import { type Judgement, missing, noMeasure } from '../../rule.ts';
import type { RuleContext, Side } from '../../rule-context.ts';
import type { WorkingLayer } from '../../working-layer.ts';

/** The ground of the projects; no source names its layer (standards.md §5.6). */
export const PROJECTS = 'ZDJSXM';

/** A project of one version: what the list says of it, and where it lies. */
export interface Project {
  readonly row: ProjectRow;
  /** Its number, or where it has none its name: what table and layer, A and B are matched by. */
  readonly key: string;
  /** Features of ZDJSXM that are its. */
  readonly features: readonly number[];
}

/** The list of one version, with its ground. */
export interface ProjectRegister {
  readonly list: ProjectList;
  /** In the order of the list. */
  readonly projects: readonly Project[];
  /** Projects that the list keeps: all without 清退. */
  readonly kept: readonly Project[];
  readonly withdrawn: readonly Project[];
  readonly layer: WorkingLayer | undefined;
  /** Features of the layer that no row of the list, kept or withdrawn, speaks of. */
  readonly unlisted: readonly number[];
}

const known = new WeakMap<RuleContext, Map<Side, ProjectRegister | undefined>>();

/** The register of a side; undefined where there is neither a table nor the layer. Made once a review. */
export function projectRegister(context: RuleContext, side: Side): ProjectRegister | undefined {
  const registers = known.get(context) ?? new Map<Side, ProjectRegister | undefined>();
  known.set(context, registers);
  if (!registers.has(side)) registers.set(side, makeRegister(context, side));
  return registers.get(side);
}

function makeRegister(context: RuleContext, side: Side): ProjectRegister | undefined {
  const list = context.projects(side);
  if (!list) return undefined;
  const layer = context.layer(side, PROJECTS);
  const features = layer ? featuresByKey(layer) : new Map<string, number[]>();
  const own = (row: ProjectRow): readonly number[] => {
    const found = features.get(keyOf(row.number, row.name)) ?? [];
    // Rows that were read from the layer itself: two names under one number are two projects.
    return list.format === 'layer'
      ? found.filter((f) => textAt(layer!.layer, 'XMMC', f)?.trim() === row.name)
      : found;
  };
  const projects = list.rows.map((row) => ({ row, key: keyOf(row.number, row.name), features: own(row) }));
  const listed = new Set(projects.flatMap((project) => project.features));
  return {
    list,
    projects,
    kept: projects.filter(({ row }) => row.operation !== 'withdraw'),
    withdrawn: projects.filter(({ row }) => row.operation === 'withdraw'),
    layer,
    unlisted: layer ? [...Array(featureCount(layer.polygons)).keys()].filter((f) => !listed.has(f)) : [],
  };
}

function keyOf(number: string | null, name: string | null): string {
  return number ?? `名称：${name ?? ''}`;
}

function featuresByKey({ layer, polygons }: WorkingLayer): Map<string, number[]> {
  const features = new Map<string, number[]>();
  const text = (field: string, f: number): string | null => textAt(layer, field, f)?.trim() || null;
  for (let f = 0; f < featureCount(polygons); f++) {
    const key = keyOf(text('XMBH', f), text('XMMC', f));
    features.set(key, [...(features.get(key) ?? []), f]);
  }
  return features;
}

/** `P-01 演示公路`, for sentences. */
export function projectWords({ row }: Pick<Project, 'row'>): string {
  return [row.number ?? '（无编号）', row.name ?? '（无名称）'].join(' ');
}

/** Names of the first ten, and how many there are. */
export function listed(words: readonly string[]): string {
  const most = 10;
  return words.length <= most ? words.join('、') : `${words.slice(0, most).join('、')}等 ${words.length} 项`;
}

/** The ground of a project as evidence, one piece a feature. */
export function groundEvidence(
  context: RuleContext,
  side: Side,
  features: readonly number[],
  label: string,
): Evidence[] {
  const layer = context.layer(side, PROJECTS);
  if (!layer) return [];
  return features.map((f) =>
    context.evidence(layer.polygons, f, { code: PROJECTS, side, label, owner: layer.layer, row: f }),
  );
}

/** The plan has a list of key projects (scheme 二（三）3): not to be shown one is no reason to pass. */
export function noList(side: Side): Judgement {
  return missing(
    '项',
    side === 'filed'
      ? '没有提供备案的重点建设项目清单：请提供表格（review --filed-projects，或数据旁的 备案重点建设项目清单.xlsx），或在备案库中提供图层 ZDJSXM'
      : '没有提供维护后的重点建设项目清单：请提供表格（review --projects，或数据旁的 重点建设项目清单.xlsx），或在维护后数据库中提供图层 ZDJSXM；规划确实没有清单的，在目标值文件的 absentLayers 中声明 ZDJSXM 并写明出处',
  );
}

/** A list without projects has nothing to be judged. */
export function emptyList(): Judgement {
  return {
    outcome: 'notApplicable',
    measure: noMeasure('项'),
    explanation: '维护后重点建设项目清单中没有保留的项目，本条不适用。',
  };
}
