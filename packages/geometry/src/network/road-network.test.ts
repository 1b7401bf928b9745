import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Polylines, PolylinesBuilder } from '../polylines.ts';
import { rectangle, ringsOf } from '../testing/shapes.ts';
import { RoadNetwork } from './road-network.ts';

function linesOf(...parts: readonly (readonly number[])[]): Polylines {
  const builder = new PolylinesBuilder();
  for (const part of parts) {
    builder.addPart(part);
    builder.endFeature();
  }
  return builder.build();
}

describe('RoadNetwork', () => {
  it('finds the nearest place on a road', () => {
    const network = RoadNetwork.of(linesOf([0, 0, 100, 0], [0, 50, 0, 100]), 0.5);
    expect(network.placeOf(30, 10)).toEqual({ edge: 0, along: 30, away: 10 });
    expect(network.placeOf(-3, 104)).toEqual({ edge: 1, along: 50, away: 5 });
    expect(RoadNetwork.of(linesOf(), 1).placeOf(0, 0)).toBeUndefined();
  });

  it('goes round where there is no straight road, with the ways to and from the roads', () => {
    // A U of three streets: 100 down, 60 across, 100 up.
    const network = RoadNetwork.of(linesOf([0, 100, 0, 0], [0, 0, 60, 0], [60, 0, 60, 100]), 0.5);
    const reach = network.reachOfPoints([-5, 90]);
    expect(reach.lengthFrom(60, 90)).toBeCloseTo(5 + 90 + 60 + 90, 9);
    expect(reach.lengthFrom(67, 90)).toBeCloseTo(5 + 90 + 60 + 90 + 7, 9);
  });

  it('does not pass a node where source and point lie on the same edge', () => {
    const network = RoadNetwork.of(linesOf([0, 0, 1000, 0]), 0.5);
    expect(network.reachOfPoints([500, 1, 900, 0]).lengthFrom(520, 2)).toBeCloseTo(1 + 20 + 2, 9);
  });

  it('joins lines at shared vertices and ends at the edge they lie on, but not lines that only cross', () => {
    const crossing = RoadNetwork.of(linesOf([0, 0, 100, 0], [50, -50, 50, 50]), 0.5);
    expect(crossing.reachOfPoints([0, 0]).lengthFrom(50, 50)).toBe(Infinity);
    const shared = RoadNetwork.of(linesOf([0, 0, 50, 0, 100, 0], [50, -50, 50.3, 0, 50, 50]), 0.5);
    expect(shared.reachOfPoints([0, 0]).lengthFrom(50, 50)).toBeCloseTo(100, 9);
    const tee = RoadNetwork.of(linesOf([0, 0, 100, 0], [50, 0.3, 50, 50]), 0.5);
    expect(tee.graph.from.length).toBe(3);
    expect(tee.reachOfPoints([0, 0]).lengthFrom(50, 50)).toBeCloseTo(50 + 49.7, 2);
    const apart = RoadNetwork.of(linesOf([0, 0, 100, 0], [50, 0.7, 50, 50]), 0.5);
    expect(apart.reachOfPoints([0, 0]).lengthFrom(50, 50)).toBe(Infinity);
  });

  it('enters a polygon at the nearest place of its boundary', () => {
    const network = RoadNetwork.of(linesOf([0, 0, 1000, 0]), 0.5);
    const park = ringsOf(rectangle(400, 10, 100, 50));
    // From x = 100: 300 along the road to the park's corner, then 10 straight.
    expect(network.reachOfPolygons(park, 20).lengthFrom(100, 3)).toBeCloseTo(3 + 300 + 10, 9);
    expect(network.reachOfPolygons(park, 20).lengthFrom(447, 0)).toBeLessThanOrEqual(10 + 10);
  });

  it('reaches nothing without a source or without roads', () => {
    expect(
      RoadNetwork.of(linesOf([0, 0, 1, 0]), 0.5)
        .reachOfPoints([])
        .lengthFrom(0, 0),
    ).toBe(Infinity);
    expect(RoadNetwork.of(linesOf(), 0.5).reachOfPoints([0, 0]).lengthFrom(0, 0)).toBe(Infinity);
  });
});

const lattice = fc.record({
  nodes: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 2,
    maxLength: 12,
    selector: ([x, y]) => `${x} ${y}`,
  }),
  pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }),
  sources: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
});

describe('shortest ways', () => {
  it('are those of Floyd and Warshall', () => {
    fc.assert(
      fc.property(lattice, ({ nodes, pairs, sources }) => {
        const at = (k: number): readonly [number, number] => nodes[k % nodes.length]!;
        const lines = linesOf(
          ...pairs
            .filter(([a, b]) => a % nodes.length !== b % nodes.length)
            .map(([a, b]) => [...at(a), ...at(b)]),
        );
        // Nodes far more than the snap apart; ends on the edges of others are joined by both.
        const { graph } = RoadNetwork.of(lines, 1e-6);
        const count = graph.x.length;
        const ways = Array.from({ length: count }, (_, a) =>
          Array.from({ length: count }, (_, b) => (a === b ? 0 : Infinity)),
        );
        for (const [e, a] of graph.from.entries()) {
          const b = graph.to[e]!;
          const length = Math.hypot(graph.x[a]! - graph.x[b]!, graph.y[a]! - graph.y[b]!);
          ways[a]![b] = Math.min(ways[a]![b]!, length);
          ways[b]![a] = ways[a]![b]!;
        }
        for (let via = 0; via < count; via++)
          for (let a = 0; a < count; a++)
            for (let b = 0; b < count; b++)
              ways[a]![b] = Math.min(ways[a]![b]!, ways[a]![via]! + ways[via]![b]!);
        if (count === 0) return;
        const starts = sources.map((k) => k % count);
        const reach = RoadNetwork.of(lines, 1e-6).reachOfPoints(
          starts.flatMap((s) => [graph.x[s]!, graph.y[s]!]),
        );
        for (let b = 0; b < count; b++) {
          const least = Math.min(...starts.map((s) => ways[s]![b]!));
          const length = reach.lengthFrom(graph.x[b]!, graph.y[b]!);
          if (least === Infinity) expect(length).toBe(Infinity);
          else expect(length).toBeCloseTo(least, 6);
        }
      }),
      { numRuns: 200 },
    );
  });
});
