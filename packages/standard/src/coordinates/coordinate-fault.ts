import type { Crs } from '../crs.ts';
import type { Extent } from './extent.ts';

export type CoordinateFaultCode =
  | 'degrees-as-metres'
  | 'metres-as-degrees'
  | 'swapped-axes'
  | 'zone-prefix-missing'
  | 'zone-prefix-unexpected'
  | 'zone-mismatch'
  | 'out-of-range';

/**
 * A systematic fault of a layer's coordinates. `detect` looks at the box of all coordinates, so that a single stray vertex, a
 * matter for inspection, is never taken for one. It returns what was seen, in Chinese, or undefined.
 */
export interface CoordinateFault {
  readonly code: CoordinateFaultCode;
  readonly detect: (extent: Extent, crs: Crs) => string | undefined;
}

/** A coordinate range for a person: `东 44560209…44600719`. */
export function range(label: string, min: number, max: number): string {
  const digits = Math.abs(max) < 1000 ? 4 : 0;
  return `${label} ${min.toFixed(digits)}…${max.toFixed(digits)}`;
}
