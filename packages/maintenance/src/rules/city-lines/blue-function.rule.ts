import { blueLine } from './city-line.ts';
import { functionRule } from './function-rule.ts';
import { blueClasses } from './serving-classes.ts';

/** What the ground of the line is planned for. */
export const blueFunction = functionRule(blueLine, blueClasses);
