import { featureCount, type Polygons, PolygonsBuilder, perimeter, planeArea } from '@tuheng/geometry';
import { CGCS2000 } from '@tuheng/standard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT_ZOOM, EXTENT, MAX_ZOOM, worldUnits } from './grid.ts';
import { prepareLayer } from './prepare-layer.ts';
import { areaOf, cutFeatures, decode, ringArea, ringsOf, tilesOf } from './testing/decode.ts';
import { numbered, polygonsAt, wigglyParcels } from './testing/layers.ts';
import { TileCutter } from './tile-cutter.ts';
import type { TileLayer } from './tile-layer.ts';

/** Metres along the side of a tile where the tests are. */
const tileWidth = (z: number): number => (40_075_017 * Math.cos((47.3 * Math.PI) / 180)) / 2 ** z;

/** Stars of a few points about one centre, some with a hole: corners from centimetres to hundreds of metres apart. */
const star = fc
  .record({
    x: fc.double({ min: 0, max: 300, noNaN: true }),
    y: fc.double({ min: 0, max: 300, noNaN: true }),
    size: fc.double({ min: 0.5, max: 200, noNaN: true }),
    spikes: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }),
    hole: fc.boolean(),
  })
  .map(({ x, y, size, spikes, hole }) => {
    const ring = (scale: number): number[] =>
      spikes.flatMap((spike, k) => {
        const turn = (2 * Math.PI * k) / spikes.length;
        return [x + scale * spike * Math.cos(turn), y + scale * spike * Math.sin(turn)];
      });
    return [hole ? [ring(size), ring(size * 0.4)] : [ring(size)]];
  });

const stars = fc.array(star, { minLength: 1, maxLength: 4 }).map(polygonsAt);

/** Rings that no survey should deliver: few vertices, repeated ones, spikes, bow-ties, all on a small grid of any unit. */
const hostile = fc
  .record({
    features: fc.array(
      fc.array(
        fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 14 }), {
          minLength: 1,
          maxLength: 3,
        }),
        { maxLength: 3 },
      ),
      { maxLength: 5 },
    ),
    unit: fc.constantFrom(1e-9, 1e-3, 1, 1000, 1e5),
  })
  .map(({ features, unit }): Polygons => {
    const even = (ring: number[]): number[] => ring.slice(0, ring.length & ~1).map((c) => c * unit);
    return polygonsAt(features.map((polygons) => polygons.map((rings) => rings.map(even))));
  });

/** The tile amid a layer. */
function middleTile(layer: TileLayer, z: number): { z: number; x: number; y: number } {
  const [minX, minY, maxX, maxY] = layer.features.tree.boxes.slice(-4);
  return {
    z,
    x: Math.floor(((minX! + maxX!) / 2) * 2 ** z),
    y: Math.floor(((minY! + maxY!) / 2) * 2 ** z),
  };
}

describe('tiles of a zoom', () => {
  it('cover what the features cover, to the grid, where tiles are exact', () => {
    fc.assert(
      fc.property(stars, fc.integer({ min: EXACT_ZOOM, max: EXACT_ZOOM + 2 }), (polygons, z) => {
        const layer = prepareLayer(numbered(polygons), { attributes: [] });
        const areas = new Float64Array(featureCount(polygons) + 1);
        for (const address of tilesOf(layer, z)) {
          for (const feature of cutFeatures(layer, address, { buffer: 0 })) {
            areas[feature.id!]! += areaOf(feature);
          }
        }
        const units = worldUnits(z);
        for (let f = 0; f < featureCount(polygons); f++) {
          const area = layer.features.polygonArea[f]! * units ** 2;
          const around = perimeter(layer.features.polygons, f) * units;
          expect(Math.abs(areas[f + 1]! - area)).toBeLessThanOrEqual(0.75 * around + 4);
          // Nothing of the work was done in vain: it is far more than nothing.
          expect(planeArea(polygons, f)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave no gap and no overlap between neighbours, at any zoom', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 20 }),
        fc.integer({ min: 0, max: 7 }),
        fc.integer(),
        (z, points, seed) => {
          // About three parcels along the side of a tile, which lies wholly within them: then the parcels make up all of it.
          const parcels = wigglyParcels(13, 13, tileWidth(z) / 3, points, seed);
          const layer = prepareLayer(numbered(parcels), { attributes: [] });
          const address = middleTile(layer, z);
          for (const buffer of [0, 64]) {
            const features = cutFeatures(layer, address, { buffer });
            expect(features.reduce((sum, feature) => sum + areaOf(feature), 0)).toBe(
              (EXTENT + 2 * buffer) ** 2,
            );
          }
          expect(unpaired(layer, address)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('meet at the same points along the line between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20 }), fc.integer(), (z, seed) => {
        const layer = prepareLayer(numbered(wigglyParcels(16, 16, tileWidth(z) / 3, 5, seed)), {
          attributes: [],
        });
        const tile = middleTile(layer, z);
        const along = (address: typeof tile, axis: 0 | 1, at: number): number[] => {
          const points = new Set<number>();
          for (const feature of cutFeatures(layer, address, { buffer: 0 })) {
            for (const ring of ringsOf(feature)) {
              for (let i = 0; i < ring.length; i += 2)
                if (ring[i + axis] === at) points.add(ring[i + 1 - axis]!);
            }
          }
          return [...points].sort((a, b) => a - b);
        };
        expect(along(tile, 0, EXTENT)).toEqual(along({ ...tile, x: tile.x + 1 }, 0, 0));
        expect(along(tile, 1, EXTENT)).toEqual(along({ ...tile, y: tile.y + 1 }, 1, 0));
      }),
      { numRuns: 40 },
    );
  });
});

/** Edges within a tile that run one way more often than the other. */
function unpaired(layer: TileLayer, address: { z: number; x: number; y: number }): string[] {
  const balance = new Map<string, number>();
  for (const feature of cutFeatures(layer, address, { buffer: 0 })) {
    for (const ring of ringsOf(feature)) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const [x, y, u, v] = ring.slice(i, i + 4) as [number, number, number, number];
        if ((x === u && (x === 0 || x === EXTENT)) || (y === v && (y === 0 || y === EXTENT))) continue;
        const forwards = x < u || (x === u && y < v);
        const key = forwards ? `${x} ${y} ${u} ${v}` : `${u} ${v} ${x} ${y}`;
        balance.set(key, (balance.get(key) ?? 0) + (forwards ? 1 : -1));
      }
    }
  }
  return [...balance].filter(([, times]) => times !== 0).map(([edge]) => edge);
}

describe('hostile shapes', () => {
  it('are cut without a complaint, into rings that run as they must', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: MAX_ZOOM }), (polygons, z) => {
        const layer = prepareLayer(numbered(polygons, ['0101', '0301']), {
          attributes: ['BSM'],
          classes: ['DLBM'],
        });
        const address =
          featureCount(polygons) === 0 || layer.features.tree.items.length === 0
            ? { z, x: 0, y: 0 }
            : middleTile(layer, z);
        const tile = new TileCutter().cut(address, [layer]);
        for (const feature of decode(tile.bytes).get('DLTB') ?? []) {
          const areas = ringsOf(feature).map(ringArea);
          expect(areas[0]).toBeGreaterThan(0);
          expect(areas.every((area) => area !== 0)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('beyond the ends of the world lie in no tile', () => {
    const builder = new PolygonsBuilder();
    for (const [x, y] of [
      [10, 86],
      [10, 89.99],
      [10, -90],
      [190, 40],
      [-200, 40],
    ] as const) {
      builder.addRing([x, y, x + 1, y, x + 1, y + 0.2, x, y + 0.2]);
      builder.endPolygon();
      builder.endFeature();
    }
    builder.addRing([10, 80, 11, 80, 11, 90, 10, 90]);
    builder.endPolygon();
    builder.endFeature();
    const polygons = builder.build();
    const features = numbered(polygons);
    const layer = prepareLayer(
      { ...features, layer: { ...features.layer, crs: CGCS2000 } },
      { attributes: [] },
    );
    const drawn = cutFeatures(layer, { z: 0, x: 0, y: 0 }, { buffer: 0 });
    expect(drawn.map(({ id }) => id)).toEqual([6]);
  });
});
