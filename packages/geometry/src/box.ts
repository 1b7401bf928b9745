import Flatbush from 'flatbush';
import { featureCount, type Polygons } from './polygons.ts';

/** `[minX, minY, maxX, maxY]`. */
export type Box = readonly [number, number, number, number];

/** Bounding box of feature `f`; `[Infinity, Infinity, -Infinity, -Infinity]` for an empty one. */
export function featureBox(p: Polygons, f: number): Box {
  const first = p.ringStart[p.polygonStart[p.featureStart[f]!]!]!;
  const last = p.ringStart[p.polygonStart[p.featureStart[f + 1]!]!]!;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let v = first; v < last; v++) {
    const x = p.xy[2 * v]!;
    const y = p.xy[2 * v + 1]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
}

/** Bounding boxes of all features, four numbers each; inside out for empty ones. */
export function featureBoxes(p: Polygons): Float64Array {
  const { xy, ringStart, polygonStart, featureStart } = p;
  const boxes = new Float64Array(4 * featureCount(p));
  for (let f = 0; f < featureCount(p); f++) {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    const end = 2 * ringStart[polygonStart[featureStart[f + 1]!]!]!;
    for (let i = 2 * ringStart[polygonStart[featureStart[f]!]!]!; i < end; i += 2) {
      const x = xy[i]!;
      const y = xy[i + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    boxes[4 * f] = minX;
    boxes[4 * f + 1] = minY;
    boxes[4 * f + 2] = maxX;
    boxes[4 * f + 3] = maxY;
  }
  return boxes;
}

/** Finds the features whose bounding box meets a box; indices in ascending order. */
export interface BoxIndex {
  search(box: Box): number[];
}

/** Index over the boxes of all features (empty features are never found). */
export function indexBoxes(p: Polygons): BoxIndex {
  const boxes: Box[] = [];
  const features: number[] = [];
  for (let f = 0; f < featureCount(p); f++) {
    const box = featureBox(p, f);
    if (box[0] > box[2]) continue;
    boxes.push(box);
    features.push(f);
  }
  if (boxes.length === 0) return { search: () => [] };
  const index = new Flatbush(boxes.length);
  for (const [minX, minY, maxX, maxY] of boxes) index.add(minX, minY, maxX, maxY);
  index.finish();
  return {
    search: ([minX, minY, maxX, maxY]) =>
      index
        .search(minX, minY, maxX, maxY)
        .map((i) => features[i]!)
        .sort((a, b) => a - b),
  };
}
