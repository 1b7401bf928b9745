import { greenLine } from './city-line.ts';
import { functionRule } from './function-rule.ts';
import { greenClasses } from './serving-classes.ts';

/** What the ground of the line is planned for. */
export const greenFunction = functionRule(greenLine, greenClasses, 'LX');
