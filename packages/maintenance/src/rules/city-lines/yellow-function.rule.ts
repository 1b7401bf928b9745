import { yellowLine } from './city-line.ts';
import { functionRule } from './function-rule.ts';
import { yellowClasses } from './serving-classes.ts';

/** What the ground of the line is planned for. */
export const yellowFunction = functionRule(yellowLine, yellowClasses);
