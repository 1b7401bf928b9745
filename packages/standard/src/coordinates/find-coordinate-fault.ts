import type { Crs } from '../crs.ts';
import type { CoordinateFault, CoordinateFaultCode } from './coordinate-fault.ts';
import { degreesAsMetres } from './degrees-as-metres.ts';
import type { Extent } from './extent.ts';
import { metresAsDegrees } from './metres-as-degrees.ts';
import { outOfRange } from './out-of-range.ts';
import { swappedAxes } from './swapped-axes.ts';
import { zoneMismatch } from './zone-mismatch.ts';
import { zonePrefixMissing, zonePrefixUnexpected } from './zone-prefix.ts';

/** The more telling cause first: the first that fits names the fault. */
const faults: readonly CoordinateFault[] = [
  degreesAsMetres,
  metresAsDegrees,
  swappedAxes,
  zonePrefixMissing,
  zonePrefixUnexpected,
  zoneMismatch,
  outOfRange,
];

/** The systematic fault of coordinates that lie in `extent` under a declared CRS, with what was seen, in Chinese. */
export function findCoordinateFault(
  extent: Extent,
  crs: Crs,
): { readonly code: CoordinateFaultCode; readonly detail: string } | undefined {
  for (const { code, detect } of faults) {
    const detail = detect(extent, crs);
    if (detail !== undefined) return { code, detail };
  }
  return undefined;
}
