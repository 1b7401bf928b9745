import type { Layer } from '@tuheng/standard';
import { DatasetError, type DatasetErrorCode } from '../errors.ts';
import { degreesAsMetres } from './degrees-as-metres.ts';
import { extentOf } from './extent.ts';
import type { CoordinateFault } from './fault.ts';
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

interface Finding {
  readonly code: DatasetErrorCode;
  readonly detail: string;
}

/**
 * Looks for systematic faults of the coordinates. The layers of a file mostly share a fault, so it is named once with all the
 * layers it is found in.
 *
 * @param where name of the dataset
 * @throws DatasetError not-finite, degrees-as-metres, metres-as-degrees, swapped-axes, zone-prefix-missing,
 *   zone-prefix-unexpected, zone-mismatch, out-of-range
 */
export function refuseCoordinateFaults(layers: Iterable<Layer>, where: string): void {
  const found = [...layers].flatMap((layer) => {
    const finding = findingOf(layer);
    return finding ? [{ name: layer.sourceName, ...finding }] : [];
  });
  const [first] = found;
  if (!first) return;
  const names = found.filter(({ code }) => code === first.code).map(({ name }) => name);
  throw new DatasetError(first.code, `${where} 图层 ${names.join('、')}`, { detail: first.detail });
}

function findingOf(layer: Layer): Finding | undefined {
  const { extent, notFinite } = extentOf(layer.polygons);
  if (notFinite > 0) return { code: 'dataset.not-finite', detail: `${notFinite} 个顶点` };
  if (!extent) return undefined;
  for (const { code, detect } of faults) {
    const detail = detect(extent, layer.crs);
    if (detail !== undefined) return { code, detail };
  }
  return undefined;
}
