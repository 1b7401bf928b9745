import type { Rule } from '../../rule.ts';
import { projectsBasis } from './projects-basis.rule.ts';
import { projectsDuplicates } from './projects-duplicates.rule.ts';
import { projectsEligibility } from './projects-eligibility.rule.ts';
import { projectsOperations } from './projects-operations.rule.ts';
import { projectsSiting } from './projects-siting.rule.ts';
import { projectsTableAndGeometry } from './projects-table-and-geometry.rule.ts';
import { projectsWithdrawnGone } from './projects-withdrawn-gone.rule.ts';

/** The rules of 重点建设项目清单, in the order of the report. */
export const projectsRules: readonly Rule[] = [
  projectsOperations,
  projectsEligibility,
  projectsBasis,
  projectsSiting,
  projectsTableAndGeometry,
  projectsDuplicates,
  projectsWithdrawnGone,
];
