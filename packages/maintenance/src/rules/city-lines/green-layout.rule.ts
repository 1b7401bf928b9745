import { greenLine } from './city-line.ts';
import { layoutRule } from './layout-rule.ts';

/** Number and mean of the patches, and how much of the filed ground stays. */
export const greenLayout = layoutRule(greenLine, '布局和规模基本稳定');
