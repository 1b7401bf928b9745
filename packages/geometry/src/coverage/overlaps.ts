import { type EdgeLayer, prepareEdges } from '../edges/edge-layer.ts';
import { TreeSearch } from '../edges/packed-tree.ts';
import { planeAreaMeasure } from '../fragments/fragment-measure.ts';
import { overlayTable } from '../fragments/overlay-table.ts';
import { type Polygons, PolygonsBuilder } from '../polygons.ts';
import type { Arrangement } from './arrangement/arrange.ts';
import { type Region, traceRegions } from './arrangement/regions.ts';
import { pairOverlap } from './pair-overlap.ts';

/** Copies of a shape that are paired with each other and with what they overlap; of more only the first is. */
const MOST_COPIES = 8;

/**
 * Every pair of features that share ground, with each connected piece of it. Ground that is covered more than once is known from the
 * arrangement; only features that reach into it are compared, all of them at once by their boundary fragments. Polygons are built for
 * the pairs that these name.
 *
 * @param repaired features that stand for those of the layer that were no valid polygons
 * @param duplicates groups of features of the same shape, of large ones only the first is paired
 */
export function findOverlaps(
  layer: EdgeLayer,
  { faces }: Arrangement,
  repaired: ReadonlyMap<number, Polygons>,
  duplicates: readonly (readonly number[])[],
): { region: Region; features: readonly number[] }[] {
  const chosen = new Uint8Array(faces.count);
  for (let f = 0; f < faces.count; f++) chosen[f] = faces.cover[2 * f]! > 1 ? 1 : 0;
  const candidates = new Set<number>();
  for (const region of traceRegions(faces, chosen)) addCandidates(layer, region, candidates);
  // A shape that stands ten thousand times would overlap in fifty million pairs: its copies are told as duplicates.
  for (const [, ...copies] of duplicates) {
    if (copies.length > MOST_COPIES) for (const copy of copies) candidates.delete(copy);
  }
  if (candidates.size === 0) return [];
  const features = [...candidates].sort((a, b) => a - b);
  const builder = new PolygonsBuilder();
  for (const f of features) {
    const valid = repaired.get(f);
    builder.copyFeature(valid ?? layer.polygons, valid ? 0 : f);
  }
  const some = builder.build();
  const edges = prepareEdges(some);
  const between = (i: number, j: number): Region[] => pairOverlap(some, i, some, j);
  const table = overlayTable(edges, edges, {
    measures: [planeAreaMeasure],
    sound: true,
    hand: (i, j) => (i < j ? polygonsOf(between(i, j)) : polygonsOf([])),
  });
  const found: { region: Region; features: readonly number[] }[] = [];
  for (let k = 0; k < table.left.length; k++) {
    const i = table.left[k]!;
    const j = table.right[k]!;
    if (i >= j) continue;
    for (const region of between(i, j)) found.push({ region, features: [features[i]!, features[j]!] });
  }
  return found;
}

/** Features whose box meets an edge of the region's border, and those that lie in it whole. */
function addCandidates(layer: EdgeLayer, region: Region, candidates: Set<number>): void {
  const search = new TreeSearch();
  const tree = layer.featureTree;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const ring of region.rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const west = Math.min(ring[i]!, ring[i + 2]!);
      const east = Math.max(ring[i]!, ring[i + 2]!);
      const south = Math.min(ring[i + 1]!, ring[i + 3]!);
      const north = Math.max(ring[i + 1]!, ring[i + 3]!);
      for (const f of search.search(tree, west, south, east, north)) candidates.add(f);
      minX = Math.min(minX, west);
      minY = Math.min(minY, south);
      maxX = Math.max(maxX, east);
      maxY = Math.max(maxY, north);
    }
  }
  const { featureBox } = layer;
  for (const f of search.search(tree, minX, minY, maxX, maxY)) {
    const b = 4 * f;
    const inBox =
      featureBox[b]! >= minX &&
      featureBox[b + 1]! >= minY &&
      featureBox[b + 2]! <= maxX &&
      featureBox[b + 3]! <= maxY;
    if (inBox && !candidates.has(f) && windsAround(region, featureBox[b]!, featureBox[b + 1]!)) {
      candidates.add(f);
    }
  }
}

/** Whether a point that lies on no edge's box of the region lies in the region: even-odd, exact since no edge is near. */
function windsAround({ rings }: Region, x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      if (ring[i + 1]! > y !== ring[i + 3]! > y) {
        const t = (y - ring[i + 1]!) / (ring[i + 3]! - ring[i + 1]!);
        if (x < ring[i]! + t * (ring[i + 2]! - ring[i]!)) inside = !inside;
      }
    }
  }
  return inside;
}

function polygonsOf(regions: readonly Region[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const { rings } of regions) {
    for (const ring of rings) builder.addRing(ring);
    builder.endPolygon();
  }
  builder.endFeature();
  return builder.build();
}
