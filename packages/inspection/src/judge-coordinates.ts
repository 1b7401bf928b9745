import { featureBox, featureCount } from '@tuheng/geometry';
import {
  type CoordinateFaultCode,
  type Crs,
  type DeliveredLayer,
  type Extent,
  findCoordinateFault,
} from '@tuheng/standard';

export interface CoordinateJudgement {
  /** The declared CRS where the coordinates fit it. */
  readonly crs: Crs | undefined;
  /** The fault that the middle of the layer's features shows. */
  readonly fault?: { readonly code: CoordinateFaultCode; readonly detail: string } | undefined;
  /** Features that are not finite, or outside what the CRS can hold. */
  readonly stray: ReadonlySet<number>;
}

/** How far from the middle of China's coordinates a feature may lie before no formula holds: a projection's own range. */
const FARTHEST = 3_000_000;
const FARTHEST_DEGREES = 30;

/**
 * Looks at the box of every feature. The middle of the layer (the median of the boxes' middles, and the boxes between the 5th and 95th
 * percentile) tells whether the declared CRS fits; a feature that is not finite, or farther from the middle than any county is wide, is
 * stray.
 */
export function judgeCoordinates(layer: DeliveredLayer): CoordinateJudgement {
  const { polygons, declared } = layer;
  const n = featureCount(polygons);
  const stray = new Set<number>();
  const boxes: Extent[] = [];
  const owners: number[] = [];
  for (let f = 0; f < n; f++) {
    if (polygons.featureStart[f] === polygons.featureStart[f + 1]) continue;
    const [minX, minY, maxX, maxY] = featureBox(polygons, f);
    if (!isFinitePolygon(layer, f)) stray.add(f);
    else {
      boxes.push({ minX, minY, maxX, maxY });
      owners.push(f);
    }
  }
  if (declared.kind !== 'known') return { crs: undefined, stray };
  if (boxes.length === 0) return { crs: declared.crs, stray };
  const x = median(boxes.map((box) => (box.minX + box.maxX) / 2));
  const y = median(boxes.map((box) => (box.minY + box.maxY) / 2));
  const reach = declared.crs.kind === 'geographic' && Math.abs(x) <= 360 ? FARTHEST_DEGREES : FARTHEST;
  const near: Extent[] = [];
  boxes.forEach((box, i) => {
    const far = Math.max(x - box.minX, box.maxX - x, y - box.minY, box.maxY - y) > reach;
    if (far) stray.add(owners[i]!);
    else near.push(box);
  });
  const fault = near.length > 0 ? findCoordinateFault(middleOf(near), declared.crs) : undefined;
  return fault ? { crs: undefined, fault, stray } : { crs: declared.crs, stray };
}

function isFinitePolygon({ polygons }: DeliveredLayer, f: number): boolean {
  const { xy, ringStart, polygonStart, featureStart } = polygons;
  const from = ringStart[polygonStart[featureStart[f]!]!]!;
  const to = ringStart[polygonStart[featureStart[f + 1]!]!]!;
  for (let i = 2 * from; i < 2 * to; i++) if (!Number.isFinite(xy[i])) return false;
  return true;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1]!;
}

/** The box of what lies between the 5th and the 95th percentile in both directions. */
function middleOf(boxes: readonly Extent[]): Extent {
  const at = (values: number[], share: number): number => {
    const sorted = Float64Array.from(values).sort();
    return sorted[Math.round((sorted.length - 1) * share)]!;
  };
  return {
    minX: at(
      boxes.map((box) => box.minX),
      0.05,
    ),
    minY: at(
      boxes.map((box) => box.minY),
      0.05,
    ),
    maxX: at(
      boxes.map((box) => box.maxX),
      0.95,
    ),
    maxY: at(
      boxes.map((box) => box.maxY),
      0.95,
    ),
  };
}
