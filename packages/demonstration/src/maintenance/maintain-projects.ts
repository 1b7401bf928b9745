import type { ProjectRow } from '@tuheng/standard';
import type { CountyProject } from '../plan/county-project.ts';
import { addedIdeas, addProject, basisOf } from '../plan/projects.ts';
import { type County, type PlanState, setParcel } from '../plan/state.ts';

const POLICY = '符合国家产业政策；演示数据（虚构）';

/** Changes of projects on file, by their number: two are amended, two rescheduled, one is withdrawn (scheme 三（五）). */
const changes: Readonly<Record<number, Partial<ProjectRow>>> = {
  3: { operation: 'amend', nature: '改扩建', reason: '利用原有泵站改扩建', remark: POLICY },
  5: { operation: 'withdraw', reason: '经研究不再实施', order: null },
  7: { operation: 'reschedule', years: '2026—2028', reason: '列入“十五五”重点民生工程，提前实施' },
  9: { operation: 'amend', level: '市级', reason: '列入市级重点建设项目', remark: POLICY },
  11: { operation: 'reschedule', reason: '防汛需要，提前实施' },
};
/** The order of the list after it: 11 moves to the second place; the added ones stand last, the withdrawn one behind all. */
const order = [1, 11, 2, 3, 4, 6, 7, 8, 9, 10];

/** Maintains the list of key projects, and its layer. `places`: parcels for what is added. */
export function maintainProjects(county: County, state: PlanState, places: readonly number[]): void {
  const changed = state.projects.map(
    (project): CountyProject => ({ ...project, row: { ...project.row, ...changes[project.index] } }),
  );
  const gone = changed.filter(({ row }) => row.operation === 'withdraw');
  for (const { parcel } of gone) setParcel(county, state.project, parcel, 0);
  state.projects = order.flatMap((index, i) =>
    changed
      .filter((project) => project.index === index)
      .map((project) => ({ ...project, row: { ...project.row, order: i + 1 } })),
  );
  for (const [i, parcel] of places.entries()) {
    addProject(county, state, parcel, addedIdeas[i]!, {
      operation: 'add',
      basis: basisOf(2026, i + 1),
      reason: '列入“十五五”规划重大工程',
      remark: POLICY,
    });
  }
  state.projects = [...state.projects, ...gone];
}
