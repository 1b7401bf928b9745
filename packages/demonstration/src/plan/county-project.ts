import type { ProjectRow } from '@tuheng/standard';

/** A key project of the plan: its row in the list, and the parcel it takes. */
export interface CountyProject {
  /** Its value in `PlanState.project`. */
  readonly index: number;
  readonly parcel: number;
  /** `row` and `sheet` are given when the list is written. */
  readonly row: ProjectRow;
}
