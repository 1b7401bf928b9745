import type { Polygons } from '../polygons.ts';

/*
 * Identity of shapes. Two features are the same shape when their rings run through the same vertices on a grid, whatever
 * the start vertex, direction, ring order, part order or repeated points. The hash is a sum over edges that does not see their
 * order or direction, so nothing is sorted and nothing allocated.
 */

function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** 32 bits of a grid coordinate of up to 53. */
function fold(value: number): number {
  return (value | 0) ^ Math.imul(Math.floor(value / 0x100000000), 0x9e3779b1);
}

/** Both 32-bit halves of a hash; the functions below write them here, since two numbers cannot be returned without an allocation. */
let low = 0;
let high = 0;

function hashRing(p: Polygons, ring: number, grid: number): void {
  const last = p.ringStart[ring + 1]! - 1;
  let sumLow = 0;
  let sumHigh = 0;
  let edges = 0;
  let x = Math.round(p.xy[2 * last - 2]! / grid);
  let y = Math.round(p.xy[2 * last - 1]! / grid);
  let vertex = mix(fold(x) + Math.imul(fold(y), 0x27d4eb2f));
  for (let v = p.ringStart[ring]!; v < last; v++) {
    const nextX = Math.round(p.xy[2 * v]! / grid);
    const nextY = Math.round(p.xy[2 * v + 1]! / grid);
    if (nextX === x && nextY === y) continue;
    const next = mix(fold(nextX) + Math.imul(fold(nextY), 0x27d4eb2f));
    sumLow = (sumLow + mix(vertex + next)) | 0;
    sumHigh = (sumHigh + mix((vertex ^ next) + Math.imul(vertex | 1, next | 1))) | 0;
    edges++;
    x = nextX;
    y = nextY;
    vertex = next;
  }
  low = mix(sumLow + edges);
  high = mix(sumHigh ^ Math.imul(edges, 0x9e3779b1));
}

/**
 * Canonical hash of feature `f` on a grid: the same for every way of writing the same shape. Integers below 2^53; equal
 * hashes do not prove equal shapes (use `matchIdentical`).
 *
 * @param grid spacing in the coordinates' unit
 */
export function canonicalHash(p: Polygons, f: number, grid: number): number {
  let featureLow = 0;
  let featureHigh = 0;
  for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
    const shell = p.polygonStart[g]!;
    hashRing(p, shell, grid);
    let polygonLow = low;
    let polygonHigh = high;
    for (let r = shell + 1; r < p.polygonStart[g + 1]!; r++) {
      hashRing(p, r, grid);
      polygonLow = (polygonLow + Math.imul(low, 0x2c1b3c6d)) | 0;
      polygonHigh = (polygonHigh + Math.imul(high, 0x297a2d39)) | 0;
    }
    featureLow = (featureLow + mix(polygonLow)) | 0;
    featureHigh = (featureHigh + mix(polygonHigh)) | 0;
  }
  return (featureLow >>> 0) * 0x200000 + (featureHigh >>> 11);
}
