import fc from 'fast-check';
import type { Geos } from '../geos.ts';
import { type Polygons, PolygonsBuilder } from '../polygons.ts';
import { sequence } from './lattice.ts';

/*
 * Layers on small integer grids, where everything that can coincide does: shared vertices and edges, vertices on edges, holes that
 * touch their shell, corners that touch. They shrink to few and small pieces.
 */

/** A piece of a feature: a rectangle or a triangle with integer corners. */
interface Piece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of a triangle: where its third corner lies along the top. */
  readonly tip?: number;
}

const piece: fc.Arbitrary<Piece> = fc.record(
  {
    x: fc.nat(9),
    y: fc.nat(9),
    width: fc.integer({ min: 1, max: 4 }),
    height: fc.integer({ min: 1, max: 4 }),
    tip: fc.nat(5),
  },
  { requiredKeys: ['x', 'y', 'width', 'height'] },
);

/** Layers as their features' pieces, which may lie on each other; features may too. */
export const gridLayer: fc.Arbitrary<readonly (readonly Piece[])[]> = fc.array(
  fc.array(piece, { minLength: 1, maxLength: 7 }),
  { minLength: 1, maxLength: 3 },
);

/** The layer with each feature the union of its pieces: valid polygons, with holes and several parts. */
export function unionOfPieces(geos: Geos, features: readonly (readonly Piece[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const pieces of features) {
    geos.scope((own) => {
      const parts = new PolygonsBuilder();
      for (const { x, y, width, height, tip } of pieces) {
        parts.addRing(
          tip === undefined
            ? [x, y, x + width, y, x + width, y + height, x, y + height]
            : [x, y, x + width, y, x + tip, y + height],
        );
        parts.endPolygon();
        parts.endFeature();
      }
      const layer = parts.build();
      const geometries = pieces.map((_, k) => geos.fromFeature(layer, k));
      geos.toPolygons(
        own(geos.api.GEOSUnaryUnionPrec(own(geos.collect(geometries)), 1)),
        builder,
        () => undefined,
      );
    });
    builder.endFeature();
  }
  return builder.build();
}

/**
 * The same shapes written differently: rings turned and reversed, points repeated, vertices put into the middle of edges, spikes of no
 * width put out. All coordinates stay exact (multiples of a half).
 */
export function rewritten(p: Polygons, seed: number): Polygons {
  const random = sequence(seed);
  const builder = new PolygonsBuilder();
  for (let f = 0; f + 1 < p.featureStart.length; f++) {
    for (let g = p.featureStart[f]!; g < p.featureStart[f + 1]!; g++) {
      for (let r = p.polygonStart[g]!; r < p.polygonStart[g + 1]!; r++) {
        builder.addRing(rewrittenRing(p, r, random));
      }
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

function rewrittenRing(p: Polygons, ring: number, random: () => number): number[] {
  const from = p.ringStart[ring]!;
  const n = p.ringStart[ring + 1]! - 1 - from;
  const start = Math.floor(random() * n);
  const step = random() < 0.5 ? 1 : n - 1;
  const out: number[] = [];
  for (let k = 0; k < n; k++) {
    const v = 2 * (from + ((start + k * step) % n));
    const w = 2 * (from + ((start + (k + 1) * step) % n));
    const [x, y, nextX, nextY] = [p.xy[v]!, p.xy[v + 1]!, p.xy[w]!, p.xy[w + 1]!];
    out.push(x, y);
    if (random() < 0.1) out.push(x, y);
    if (random() < 0.05) out.push(2 * x - nextX, 2 * y - nextY, x, y);
    if (random() < 0.3) out.push((x + nextX) / 2, (y + nextY) / 2);
  }
  return out;
}
