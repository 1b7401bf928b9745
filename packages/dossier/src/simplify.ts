import { featureCount, type Polygons, PolygonsBuilder } from '@tuheng/geometry';

/** Looks at vertices, for each vertex of a ring; a ring that takes more (ten thousand equal teeth) keeps what is left of it. */
const MOST_LOOKS = 120;

/** Polygons with fewer vertices for looking at: Douglas–Peucker on every ring, rings below four vertices left out. */
export function simplifyForView(p: Polygons, tolerance: number): Polygons {
  const builder = new PolygonsBuilder();
  for (let f = 0; f < featureCount(p); f++) {
    for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
      for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
        const ring = simplifyRing(p.xy, p.ringStart[r]!, p.ringStart[r + 1]!, tolerance);
        if (ring.length >= 6) builder.addRing(ring);
        else if (r === p.polygonStart[g]) break;
      }
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

/** Vertices kept, as x, y; the ring is cut at its first vertex and the one farthest from it. */
export function simplifyRing(xy: Float64Array, from: number, to: number, tolerance: number): number[] {
  const n = to - from - 1;
  const keep = new Uint8Array(n + 1);
  let farthest = 0;
  let most = -1;
  for (let i = 1; i < n; i++) {
    const distance = Math.hypot(
      xy[2 * (from + i)]! - xy[2 * from]!,
      xy[2 * (from + i) + 1]! - xy[2 * from + 1]!,
    );
    if (distance > most) {
      most = distance;
      farthest = i;
    }
  }
  keep[0] = 1;
  keep[farthest] = 1;
  const open: [number, number][] = [
    [0, farthest],
    [farthest, n],
  ];
  let looks = MOST_LOOKS * n;
  for (let range = open.pop(); range; range = open.pop()) {
    const [start, end] = range;
    looks -= end - start;
    if (looks < 0) {
      keep.fill(1, start, end);
      continue;
    }
    const x0 = xy[2 * (from + start)]!;
    const y0 = xy[2 * (from + start) + 1]!;
    const dx = xy[2 * (from + end)]! - x0;
    const dy = xy[2 * (from + end) + 1]! - y0;
    const length = Math.hypot(dx, dy) || 1;
    let at = -1;
    let off = tolerance;
    for (let i = start + 1; i < end; i++) {
      const distance =
        Math.abs((xy[2 * (from + i)]! - x0) * dy - (xy[2 * (from + i) + 1]! - y0) * dx) / length;
      if (distance > off) {
        off = distance;
        at = i;
      }
    }
    if (at >= 0) {
      keep[at] = 1;
      open.push([start, at], [at, end]);
    }
  }
  const ring: number[] = [];
  for (let i = 0; i < n; i++) if (keep[i]) ring.push(xy[2 * (from + i)]!, xy[2 * (from + i) + 1]!);
  return ring;
}
