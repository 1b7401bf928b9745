import { type ProjectColumnKey, type ProjectRow, projectColumns, projectTitle } from '@tuheng/standard';
import type { RuleContext } from '../../rule-context.ts';
import { groundMoved } from './project-ground.ts';
import type { Project, ProjectRegister } from './project-register.ts';

/** Columns that say what was done, or in which order rows are printed; BZ is no content of the plan. */
const besides: ReadonlySet<ProjectColumnKey> = new Set(['order', 'operation', 'reason', 'remark']);
/** m²: areas in lists are rounded. */
const SAME = 0.5;

/** A project of B against A, and what is wrong with it. */
export interface ProjectChange {
  readonly before: Project | undefined;
  readonly after: Project | undefined;
  /** What differs, in Chinese titles: columns, 时序, 图形. */
  readonly differs: readonly string[];
  /** Why the change is not what its operation says; undefined where it is. */
  readonly fault: string | undefined;
  /** Why nobody can tell; undefined where one can. */
  readonly open?: string;
}

/**
 * Every project of the two lists once, in the order of B, then what only A has. 实施时序 is the rank among the projects that both keep, and
 * 建设年限; a rank that moved only because others moved is no change.
 */
export function projectChanges(
  context: RuleContext,
  filed: ProjectRegister,
  maintained: ProjectRegister,
): ProjectChange[] {
  const before = new Map(filed.kept.map((project) => [project.key, project]));
  const [oldRank, newRank] = [ranks(filed.kept, maintained.kept), ranks(maintained.kept, filed.kept)];
  const displaced = outOfOrder(
    maintained.kept.filter(({ row, key }) => row.operation === null && newRank.has(key)),
    oldRank,
    newRank,
  );
  const present = new Set(maintained.projects.map(({ key }) => key));
  const changes = maintained.projects.map((now): ProjectChange => {
    const old = before.get(now.key);
    const differs = old && now.row.operation !== 'withdraw' ? differences(context, old, now) : [];
    const moved = oldRank.get(now.key) !== newRank.get(now.key);
    return { before: old, after: now, differs, fault: faultOf(now, old, differs, moved, displaced) };
  });
  const vanished = filed.kept
    .filter(({ key }) => !present.has(key))
    .map(
      (old): ProjectChange => ({
        before: old,
        after: undefined,
        differs: [],
        // A layer has no place to say that a project was withdrawn: it is gone from it, as it should be.
        ...(maintained.list.format === 'layer'
          ? { fault: undefined, open: '维护后图层中没有，清单只有图层，无从标明清退' }
          : { fault: '备案清单中有，维护后消失，没有标明清退' }),
      }),
    );
  return [...changes, ...vanished];
}

function faultOf(
  { row, key }: Project,
  old: Project | undefined,
  differs: readonly string[],
  moved: boolean,
  displaced: ReadonlySet<string>,
): string | undefined {
  const absent = '备案清单中没有这个项目';
  const named = differs.join('、');
  switch (row.operation) {
    case 'add':
      return old ? '标明增补，但备案清单中已有' : undefined;
    case 'withdraw':
      return old ? undefined : `标明清退，但${absent}`;
    case 'amend':
      if (!old) return `标明修改，但${absent}`;
      return differs.length === 0 ? '标明修改，但没有任何内容不同' : undefined;
    case 'reschedule': {
      if (!old) return `标明调序，但${absent}`;
      const others = differs.filter((title) => title !== projectTitle('years'));
      if (others.length > 0) return `标明调序，但${others.join('、')}也变了，应标明修改`;
      return differs.length === 0 && !moved ? '标明调序，但次序和建设年限都没有变' : undefined;
    }
    case null:
      if (!old) return `${absent}，也没有标明增补`;
      if (differs.length > 0) return `${named}有变化，没有标明操作`;
      return displaced.has(key) ? '次序有变动，没有标明调序' : undefined;
  }
}

function differences(context: RuleContext, old: Project, now: Project): string[] {
  const columns = projectColumns.filter(({ key }) => !besides.has(key) && !isSame(old.row, now.row, key));
  return [...columns.map(({ title }) => title), ...(groundMoved(context, old, now) ? ['图形'] : [])];
}

function isSame(a: ProjectRow, b: ProjectRow, key: ProjectColumnKey): boolean {
  const [before, after] = [a[key], b[key]];
  if (typeof before === 'number' && typeof after === 'number') return Math.abs(before - after) <= SAME;
  return before === after;
}

/** The rank of each project that the other list keeps, too: by 序号 where all have one, or else as they stand. */
function ranks(projects: readonly Project[], others: readonly Project[]): Map<string, number> {
  const common = new Set(others.map(({ key }) => key));
  const numbered = projects.every(({ row }) => row.order !== null);
  const sorted = [...projects].sort((a, b) => (numbered ? a.row.order! - b.row.order! : 0));
  return new Map(sorted.filter(({ key }) => common.has(key)).map(({ key }, rank) => [key, rank]));
}

/** Of projects without an operation, the fewest whose moving would explain the new order: those beside a longest run that kept its order. */
function outOfOrder(
  projects: readonly Project[],
  oldRank: ReadonlyMap<string, number>,
  newRank: ReadonlyMap<string, number>,
): Set<string> {
  const sorted = [...projects].sort((a, b) => newRank.get(a.key)! - newRank.get(b.key)!);
  const best: number[] = [];
  const from: number[] = [];
  for (const [i, { key }] of sorted.entries()) {
    best[i] = 1;
    from[i] = -1;
    for (let j = 0; j < i; j++) {
      if (oldRank.get(sorted[j]!.key)! < oldRank.get(key)! && best[j]! + 1 > best[i]!) {
        best[i] = best[j]! + 1;
        from[i] = j;
      }
    }
  }
  const out = new Set(sorted.map(({ key }) => key));
  let at = best.indexOf(Math.max(...best));
  while (at >= 0) {
    out.delete(sorted[at]!.key);
    at = from[at]!;
  }
  return out;
}
