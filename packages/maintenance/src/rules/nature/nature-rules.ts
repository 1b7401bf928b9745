import type { Rule } from '../../rule.ts';
import { natureMaintenanceOrRevision } from './nature-maintenance-or-revision.rule.ts';

/** The rules of 维护性质. */
export const natureRules: readonly Rule[] = [natureMaintenanceOrRevision];
