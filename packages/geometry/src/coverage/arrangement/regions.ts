import { signedRingArea } from '../../ring.ts';
import type { Faces } from './faces.ts';

/** A connected part of the plane: faces that were chosen and share arcs. */
export interface Region {
  /** Closed rings `x, y, x, y, …`: the outer one counter-clockwise, then holes clockwise. Rings touch each other at points at most. */
  readonly rings: readonly Float64Array[];
  /** In the coordinates' unit squared. */
  readonly area: number;
  /** Arcs on its border. */
  readonly arcs: readonly number[];
}

/** The regions that the faces `chosen` (1 each, by number) make up, in the order of their first half-edge. */
export function traceRegions(faces: Faces, chosen: Uint8Array): Region[] {
  const { of, halfEdges } = faces;
  const isBorder = (h: number): boolean => chosen[of[h]!] === 1 && chosen[of[h ^ 1]!] === 0;
  const region = regionNumbers(faces, chosen);
  const traced = new Uint8Array(of.length);
  const made = new Map<number, { rings: Float64Array[]; arcs: number[] }>();
  for (let first = 0; first < of.length; first++) {
    if (traced[first] === 1 || !isBorder(first)) continue;
    const walk: number[] = [];
    for (let h = first; traced[h] === 0; ) {
      traced[h] = 1;
      walk.push(h);
      h = halfEdges.next[h]!;
      while (!isBorder(h)) h = halfEdges.next[h ^ 1]!;
    }
    const key = region(of[first]!);
    const one = made.get(key) ?? { rings: [], arcs: [] };
    made.set(key, one);
    for (const h of walk) one.arcs.push(h >> 1);
    one.rings.push(...simpleRings(faces, walk));
  }
  return [...made.values()].map(({ rings, arcs }) => {
    const areas = new Map(rings.map((ring) => [ring, signedRingArea(ring, 0, ring.length / 2)]));
    rings.sort((a, b) => areas.get(b)! - areas.get(a)!);
    let area = 0;
    for (const one of areas.values()) area += one;
    return { rings, area, arcs };
  });
}

/** Joins chosen faces across the arcs they share. */
function regionNumbers({ of, count }: Faces, chosen: Uint8Array): (face: number) => number {
  const parent = Uint32Array.from({ length: count }, (_, f) => f);
  const find = (f: number): number => {
    while (parent[f] !== f) {
      parent[f] = parent[parent[f]!]!;
      f = parent[f]!;
    }
    return f;
  };
  for (let h = 0; h < of.length; h += 2) {
    if (chosen[of[h]!] === 1 && chosen[of[h + 1]!] === 1) parent[find(of[h]!)] = find(of[h + 1]!);
  }
  return find;
}

/** A closed walk of half-edges taken apart wherever it comes back to a node. */
function simpleRings({ nodes, halfEdges: { origin } }: Faces, walk: readonly number[]): Float64Array[] {
  const rings: Float64Array[] = [];
  const path: number[] = [];
  const at = new Map<number, number>();
  for (const h of [...walk, walk[0]!]) {
    const node = origin[h]!;
    const back = at.get(node);
    if (back !== undefined) {
      const loop = path.splice(back);
      for (const v of loop) at.delete(v);
      if (loop.length > 2) {
        rings.push(
          Float64Array.from([...loop, node].flatMap((v) => [nodes.xy[2 * v]!, nodes.xy[2 * v + 1]!])),
        );
      }
    }
    at.set(node, path.length);
    path.push(node);
  }
  return rings;
}
