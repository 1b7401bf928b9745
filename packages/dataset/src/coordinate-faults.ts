import { extentOf, findCoordinateFault, type Layer, type LineLayer } from '@tuheng/standard';
import { DatasetError, type DatasetErrorCode } from './errors.ts';

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
export function refuseCoordinateFaults(layers: Iterable<Layer | LineLayer>, where: string): void {
  const found = [...layers].flatMap((layer) => {
    const finding = findingOf(layer);
    return finding ? [{ name: layer.sourceName, ...finding }] : [];
  });
  const [first] = found;
  if (!first) return;
  const names = found.filter(({ code }) => code === first.code).map(({ name }) => name);
  throw new DatasetError(first.code, `${where} 图层 ${names.join('、')}`, { detail: first.detail });
}

function findingOf(layer: Layer | LineLayer): Finding | undefined {
  const { extent, notFinite } = extentOf('lines' in layer ? layer.lines : layer.polygons);
  if (notFinite > 0) return { code: 'dataset.not-finite', detail: `${notFinite} 个顶点` };
  const fault = extent && findCoordinateFault(extent, layer.crs);
  return fault && { code: `dataset.${fault.code}`, detail: fault.detail };
}
