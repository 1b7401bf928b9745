import { yellowLine } from './city-line.ts';
import { layoutRule } from './layout-rule.ts';

/** Number and mean of the patches, and how much of the filed ground stays. */
export const yellowLayout = layoutRule(yellowLine, '格局不改变');
