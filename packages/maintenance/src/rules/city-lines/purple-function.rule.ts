import { purpleLine } from './city-line.ts';
import { functionRule } from './function-rule.ts';
import { purpleClasses } from './serving-classes.ts';

/** What the ground of the line is planned for. */
export const purpleFunction = functionRule(purpleLine, purpleClasses);
