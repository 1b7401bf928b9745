import { ellipsoidArea } from './ellipsoid-area.ts';
import type { Projection } from './gauss-kruger.ts';
import { featureCount, type Polygons } from './polygons.ts';
import { sameProjection } from './reproject.ts';

interface Kept {
  readonly projection: Projection;
  /** NaN where nobody has asked yet. */
  readonly areas: Float64Array;
}

/** Polygons are never changed after they are built: what was measured of them holds as long as they live. */
const kept = new WeakMap<Polygons, Kept[]>();

/** `ellipsoidArea`, computed once for a feature, whoever asks: the inspection of a layer and the review measure the same shapes. */
export function keptEllipsoidArea(p: Polygons, f: number, projection: Projection): number {
  const areas = areasOf(p, projection);
  const known = areas[f]!;
  if (!Number.isNaN(known)) return known;
  const area = ellipsoidArea(p, f, projection);
  areas[f] = area;
  return area;
}

/**
 * Measures all features of layers of one projection, each shape once: most features of a maintained plan are those of the filed one, and
 * most protected farmland is a parcel of the cultivated land. Shapes are the same where all their coordinates are, to the last bit and in
 * the same order. Time goes with the vertices; what is kept goes with the layers.
 */
export function keepEllipsoidAreas(layers: readonly Polygons[], projection: Projection): void {
  const total = layers.reduce((sum, layer) => sum + featureCount(layer), 0);
  const size = 1 << Math.ceil(Math.log2(Math.max(2, 2 * total)));
  // Place of the first feature of every shape, by hash: layer and feature, 0 for none.
  const layerAt = new Uint16Array(size);
  const featureAt = new Int32Array(size);
  for (const [k, layer] of layers.entries()) {
    const areas = areasOf(layer, projection);
    for (let f = 0; f < featureCount(layer); f++) {
      let slot = hashOf(layer, f) & (size - 1);
      while (layerAt[slot]! > 0 && !sameShape(layers[layerAt[slot]! - 1]!, featureAt[slot]!, layer, f)) {
        slot = (slot + 1) & (size - 1);
      }
      if (layerAt[slot] === 0) {
        layerAt[slot] = k + 1;
        featureAt[slot] = f;
      }
      areas[f] = keptEllipsoidArea(layers[layerAt[slot]! - 1]!, featureAt[slot]!, projection);
    }
  }
}

/** Vertices of a feature: it begins at `from`, in whole vertices. */
function verticesOf({ featureStart, polygonStart, ringStart }: Polygons, f: number): [number, number] {
  return [ringStart[polygonStart[featureStart[f]!]!]!, ringStart[polygonStart[featureStart[f + 1]!]!]!];
}

function hashOf(p: Polygons, f: number): number {
  const [from, to] = verticesOf(p, f);
  const bits = new Uint32Array(p.xy.buffer, p.xy.byteOffset + 16 * from, 4 * (to - from));
  let hash = bits.length;
  for (let i = 0; i < bits.length; i++) hash = Math.imul(hash ^ bits[i]!, 0x9e3779b1) ^ (hash >>> 15);
  return hash >>> 0;
}

function sameShape(a: Polygons, f: number, b: Polygons, g: number): boolean {
  const [fromA, toA] = verticesOf(a, f);
  const [fromB, toB] = verticesOf(b, g);
  if (toA - fromA !== toB - fromB) return false;
  for (let i = 2 * (toA - fromA) - 1; i >= 0; i--) {
    if (a.xy[2 * fromA + i] !== b.xy[2 * fromB + i]) return false;
  }
  return sameRings(a, f, b, g);
}

/** Whether rings and polygons of two features of equal vertices break at the same places. */
function sameRings(a: Polygons, f: number, b: Polygons, g: number): boolean {
  const [firstA, firstB] = [a.featureStart[f]!, b.featureStart[g]!];
  const polygons = a.featureStart[f + 1]! - firstA;
  if (polygons !== b.featureStart[g + 1]! - firstB) return false;
  const [ringA, ringB] = [a.polygonStart[firstA]!, b.polygonStart[firstB]!];
  for (let k = 1; k <= polygons; k++) {
    if (a.polygonStart[firstA + k]! - ringA !== b.polygonStart[firstB + k]! - ringB) return false;
  }
  const rings = a.polygonStart[firstA + polygons]! - ringA;
  const [vertexA, vertexB] = [a.ringStart[ringA]!, b.ringStart[ringB]!];
  for (let k = 1; k <= rings; k++) {
    if (a.ringStart[ringA + k]! - vertexA !== b.ringStart[ringB + k]! - vertexB) return false;
  }
  return true;
}

function areasOf(p: Polygons, projection: Projection): Float64Array {
  let all = kept.get(p);
  if (!all) {
    all = [];
    kept.set(p, all);
  }
  let own = all.find((one) => one.projection === projection || sameProjection(one.projection, projection));
  if (!own) {
    own = { projection, areas: new Float64Array(featureCount(p)).fill(Number.NaN) };
    all.push(own);
  }
  return own.areas;
}
