import { featureCount, needsRepair, type Polygons, prepareEdges, selfContactPlaces } from '@tuheng/geometry';
import { DatasetError } from '../errors.ts';
import { ringDepths, ringsAsFeatures } from './sort-rings.ts';

/** Crossings named before the rest is only counted. */
const NAMED = 5;

/**
 * Refuses parcels whose ground is not what their boundary says: one that crosses itself or runs over itself (told exactly, with the place),
 * and rings in the wrong role. A boundary that touches itself at a point bounds the same ground either way, and is let through.
 *
 * @throws DatasetError self-crossing, misplaced-ring
 */
export function refuseUnsound(polygons: Polygons, where: string): void {
  const edges = prepareEdges(polygons);
  const doubtful = needsRepair(edges);
  for (const f of doubtful) {
    const { crossings } = selfContactPlaces(edges.polygons, f, NAMED);
    if (crossings.length === 0) continue;
    const places = crossings.slice(0, NAMED).map(({ segment: [x, y] }) => `(${shown(x)}, ${shown(y)})`);
    const detail = `${parcelName(polygons, f)}在 ${places.join('、')}${crossings.length > NAMED ? ' 等处' : ''}`;
    throw new DatasetError('dataset.self-crossing', where, { detail });
  }
  for (const f of doubtful) {
    if (isMisplaced(polygons, f)) {
      throw new DatasetError('dataset.misplaced-ring', where, { detail: parcelName(polygons, f) });
    }
  }
}

function parcelName(polygons: Polygons, f: number): string {
  return featureCount(polygons) === 1 ? '' : `第 ${f + 1} 个地块`;
}

/** 0.1 mm, or 1e-9°. */
function shown(value: number): string {
  return value.toFixed(Math.abs(value) < 1000 ? 9 : 4);
}

function isMisplaced({ xy, ringStart, polygonStart, featureStart }: Polygons, f: number): boolean {
  const outer: boolean[] = [];
  const rings: Float64Array[] = [];
  for (let g = featureStart[f]!; g < featureStart[f + 1]!; g++) {
    for (let r = polygonStart[g]!; r < polygonStart[g + 1]!; r++) {
      outer.push(r === polygonStart[g]);
      rings.push(xy.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!));
    }
  }
  return ringDepths(ringsAsFeatures(rings)).some(({ depth }, r) => (depth % 2 === 0) !== outer[r]);
}
