import { type Box, featureBox, featureCount, indexBoxes, type Polygons } from '@tuheng/geometry';

/** Distance between places, and from anything of the layer that must not be met, metres. */
const STEP = 3000;
const CLEAR = 800;

/**
 * Places for new shapes of a layer: points on a grid in the county, far from every feature of the layer and from each other, so that a
 * fault planted at one is met by nothing else.
 */
export class Places {
  readonly #free: [number, number][] = [];
  #next = 0;

  /** @param county features that cover the county, @param taken features to stay away from */
  constructor(county: Polygons, taken: Polygons) {
    const ground = indexBoxes(county);
    const others = indexBoxes(taken);
    const [minX, minY, maxX, maxY] = boundsOf(county);
    for (let y = minY + STEP; y < maxY - STEP; y += STEP) {
      for (let x = minX + STEP; x < maxX - STEP; x += STEP) {
        const box: Box = [x - CLEAR, y - CLEAR, x + CLEAR, y + CLEAR];
        const clear = others.search(box).length === 0;
        if (clear && isInside(county, ground.search([x, y, x, y]), x, y)) {
          this.#free.push([Math.round(x), Math.round(y)]);
        }
      }
    }
  }

  /** The next free place; the same each time. */
  next(): [number, number] {
    const place = this.#free[this.#next++];
    if (!place) throw new Error('the county has no free place left');
    return place;
  }
}

function boundsOf(p: Polygons): Box {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let f = 0; f < featureCount(p); f++) {
    const [minX, minY, maxX, maxY] = featureBox(p, f);
    bounds[0] = Math.min(bounds[0], minX);
    bounds[1] = Math.min(bounds[1], minY);
    bounds[2] = Math.max(bounds[2], maxX);
    bounds[3] = Math.max(bounds[3], maxY);
  }
  return bounds;
}

/** Whether a point is in one of the features, by the even-odd rule. */
function isInside(p: Polygons, features: readonly number[], x: number, y: number): boolean {
  return features.some((f) => {
    let odd = false;
    const end = p.ringStart[p.polygonStart[p.featureStart[f + 1]!]!]!;
    let ring = p.polygonStart[p.featureStart[f]!]!;
    for (let v = p.ringStart[ring]!; v + 1 < end; v++) {
      if (v + 1 === p.ringStart[ring + 1]) {
        ring++;
        continue;
      }
      const [x0, y0, x1, y1] = p.xy.subarray(2 * v, 2 * v + 4);
      if (y0! > y !== y1! > y && x < x0! + ((y - y0!) / (y1! - y0!)) * (x1! - x0!)) odd = !odd;
    }
    return odd;
  });
}
