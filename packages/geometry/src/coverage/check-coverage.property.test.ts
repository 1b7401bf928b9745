import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { featureCount, type Polygons, PolygonsBuilder } from '../polygons.ts';
import { type GeosCoverage, loadGeosCoverage } from '../testing/geos-coverage.ts';
import { type Point, polygonsOf, type Ring, rectangle, ringsOf } from '../testing/shapes.ts';
import { Arcs } from './arrangement/arcs.ts';
import { addRing, arrange } from './arrangement/arrange.ts';
import { Nodes } from './arrangement/nodes.ts';
import { traceRegions } from './arrangement/regions.ts';
import { checkCoverage } from './check-coverage.ts';
import type { CoverageReport } from './report.ts';

let geos: (layer: Polygons, boundary?: Polygons) => GeosCoverage;
beforeAll(async () => {
  geos = await loadGeosCoverage();
});

const everything = { overlapArea: 0, gapArea: 0, tinyArea: 0, narrowWidth: 0, sharpAngle: 0 };

/** Overlaps and gaps are GEOS's: areas to 1e-9 relative or 1e-6, gaps one by one. */
function expectAsGeos(layer: Polygons, forGeos = layer): void {
  const report = checkCoverage(layer, everything);
  const { overlaps, gaps } = geos(forGeos);
  const ours = new Map<string, number>();
  for (const { features, area, width } of report.overlaps) {
    ours.set(features.join(), (ours.get(features.join()) ?? 0) + area);
    expect(width).toBeGreaterThan(0);
    expect(Math.PI * (width / 2) ** 2).toBeLessThanOrEqual(area * (1 + 1e-9));
  }
  for (const pair of new Set([...ours.keys(), ...overlaps.keys()])) {
    expect(ours.get(pair) ?? 0, pair).toBeCloseTo(overlaps.get(pair) ?? 0, 6);
  }
  const large = (areas: readonly number[]): readonly number[] => areas.filter((area) => area > 1e-6);
  const found = large(report.gaps.map(({ area }) => area).sort((a, b) => b - a));
  expect(found).toEqual(large(gaps).map((area) => expect.closeTo(area, 6)));
}

/**
 * Rings on integers with every other ring's vertex that lies on one of their edges. GEOS needs them: rounding of a crossing point bends
 * the edge away from a vertex that touches it elsewhere, and a gap that is closed by touching alone opens.
 */
function withTouching(rings: readonly Ring[]): Ring[] {
  return rings.map((ring) =>
    ring.flatMap(([ax, ay], k) => {
      const [bx, by] = ring[(k + 1) % ring.length]!;
      const along = ([x, y]: Point): number => (x - ax) * (bx - ax) + (y - ay) * (by - ay);
      const onEdge = rings
        .flat()
        .filter(([x, y]) => (bx - ax) * (y - ay) === (by - ay) * (x - ax))
        .filter((p) => along(p) > 0 && along(p) < along([bx, by]));
      return [[ax, ay] as const, ...onEdge.sort((p, q) => along(p) - along(q))];
    }),
  );
}

function outerRing(p: Polygons): Ring {
  const end = p.ringStart[1]! - 1;
  return Array.from({ length: end }, (_, v) => [p.xy[2 * v]!, p.xy[2 * v + 1]!] as const);
}

/** The cells of a grid, dissolved by a random number each: a clean coverage of multipart features with holes. */
const coverage = fc
  .record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 1, max: 6 }),
    groups: fc.integer({ min: 1, max: 9 }),
    seeds: fc.array(fc.nat(1000), { minLength: 36, maxLength: 36 }),
    halves: fc.boolean(),
  })
  .map(({ columns, rows, groups, seeds, halves }) => {
    const cells: Ring[][] = Array.from({ length: groups }, () => []);
    for (let x = 0; x < columns; x++) {
      for (let y = 0; y < rows; y++) {
        const seed = seeds[6 * x + y]!;
        const corners = rectangle(2 * x, 2 * y, 2, 2);
        const group = seed % groups;
        if (!halves || seed % 3 > 0) cells[group]!.push(corners);
        else {
          cells[group]!.push([corners[0]!, corners[1]!, corners[2]!]);
          cells[(group + 1) % groups]!.push([corners[0]!, corners[2]!, corners[3]!]);
        }
      }
    }
    return dissolved(cells);
  });

function dissolved(groups: readonly (readonly Ring[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const cells of groups) {
    const nodes = new Nodes();
    const arcs = new Arcs();
    for (const cell of cells) {
      const xy = Float64Array.from([...cell, cell[0]!].flat());
      addRing(nodes, arcs, xy, 0, xy.length / 2, 1, 0, 0);
    }
    const { faces } = arrange(nodes, arcs);
    for (const { rings } of traceRegions(
      faces,
      Uint8Array.from({ length: faces.count }, (_, f) => faces.cover[2 * f]!),
    )) {
      for (const ring of rings) builder.addRing(ring);
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

/** A layer with every feature's coordinates mapped, or the feature left out where `map` says nothing. */
function edited(layer: Polygons, map: (f: number, x: number, y: number) => Point | undefined): Polygons {
  const builder = new PolygonsBuilder();
  for (let f = 0; f < featureCount(layer); f++) {
    for (let g = layer.featureStart[f]!; g < layer.featureStart[f + 1]!; g++) {
      for (let r = layer.polygonStart[g]!; r < layer.polygonStart[g + 1]!; r++) {
        const ring: Point[] = [];
        for (let v = layer.ringStart[r]!; v < layer.ringStart[r + 1]!; v++) {
          const point = map(f, layer.xy[2 * v]!, layer.xy[2 * v + 1]!);
          if (point) ring.push(point);
        }
        builder.addRing(ring.flat());
      }
      builder.endPolygon();
    }
    builder.endFeature();
  }
  return builder.build();
}

const findings = (report: CoverageReport): string[] =>
  Object.entries(report)
    .filter(([name, value]) => Array.isArray(value) && value.length > 0 && name !== 'selfTouches')
    .map(([name]) => name);

describe('checkCoverage, on random layers', () => {
  it('finds nothing in a clean coverage', () => {
    fc.assert(
      fc.property(coverage, (layer) => {
        const report = checkCoverage(layer, everything);
        // A vertex of one feature may lie on a straight run of another: that is reported, and nothing else.
        expect(findings(report).filter((name) => name !== 'tJunctions')).toEqual([]);
        expect(report.belowTolerance.gaps.pieces + report.belowTolerance.overlaps.pieces).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the gaps and overlaps that GEOS finds when a feature is lost, moved or scaled', () => {
    const edit = fc.record({
      feature: fc.nat(8),
      lost: fc.boolean(),
      scale: fc.constantFrom(0.5, 0.75, 1, 1.25, 1.5),
      dx: fc.integer({ min: -6, max: 6 }),
      dy: fc.integer({ min: -6, max: 6 }),
    });
    fc.assert(
      fc.property(coverage, fc.array(edit, { minLength: 1, maxLength: 3 }), (layer, edits) => {
        const faulty = edited(layer, (f, x, y) => {
          const at = edits.find(({ feature }) => feature === f);
          if (!at) return [x, y];
          return at.lost ? undefined : [x * at.scale + at.dx / 4, y * at.scale + at.dy / 4];
        });
        expectAsGeos(faulty);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the gaps and overlaps that GEOS finds between triangles and rectangles anywhere', () => {
    const number = fc.integer({ min: 0, max: 6 });
    const point = fc.tuple(number, number);
    const triangle = fc
      .tuple(point, point, point)
      .filter(([[ax, ay], [bx, by], [cx, cy]]) => (bx - ax) * (cy - ay) !== (by - ay) * (cx - ax));
    const box = fc.tuple(number, number, number, number).map(([x, y, w, h]) => rectangle(x, y, w + 1, h + 1));
    const layer = fc.array(fc.oneof(triangle, box), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(layer, (rings) => expectAsGeos(ringsOf(...rings), ringsOf(...withTouching(rings)))),
      { numRuns: 1000 },
    );
  });

  it('finds what GEOS finds missing from a boundary, and beyond it', () => {
    const side = fc.integer({ min: 1, max: 14 });
    const boundary = fc
      .tuple(fc.integer({ min: -2, max: 6 }), fc.integer({ min: -2, max: 6 }), side, side)
      .map(([x, y, w, h]) =>
        polygonsOf([[[rectangle(x, y, w, h), rectangle(x + w / 4, y + h / 4, w / 2, h / 2)]]]),
      );
    fc.assert(
      fc.property(coverage, boundary, fc.boolean(), (layer, area, hole) => {
        const limits = hole ? area : ringsOf(outerRing(area));
        const report = checkCoverage(layer, { ...everything, boundary: limits });
        const theirs = geos(layer, limits);
        expect(report.gaps.map(({ area }) => area).sort((a, b) => b - a)).toEqual(
          theirs.gaps.map((area) => expect.closeTo(area, 6)),
        );
        const beyond = report.beyondBoundary.reduce((sum, { area }) => sum + area, 0);
        expect(beyond).toBeCloseTo(theirs.beyond, 6);
        expect(report.overlaps).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('does not mind the order, direction and start of what it is given', () => {
    fc.assert(
      fc.property(coverage, fc.boolean(), fc.nat(8), (layer, turned, shift) => {
        const rings = (p: Polygons): Ring[][][] =>
          Array.from({ length: featureCount(p) }, (_, f) =>
            Array.from({ length: p.featureStart[f + 1]! - p.featureStart[f]! }, (_, k) => {
              const g = p.featureStart[f]! + k;
              return Array.from({ length: p.polygonStart[g + 1]! - p.polygonStart[g]! }, (_, m) => {
                const r = p.polygonStart[g]! + m;
                const ring: Point[] = [];
                for (let v = p.ringStart[r]!; v < p.ringStart[r + 1]! - 1; v++) {
                  ring.push([p.xy[2 * v]!, p.xy[2 * v + 1]!]);
                }
                const start = shift % ring.length;
                const moved = [...ring.slice(start), ...ring.slice(0, start)];
                return turned ? moved.reverse() : moved;
              });
            }),
          );
        const grown = edited(layer, (f, x, y) => (f === 0 ? [x * 1.25, y * 1.25] : [x, y]));
        const areas = (p: Polygons): unknown => {
          const { overlaps, gaps } = checkCoverage(p, everything);
          return [overlaps, gaps].map((pieces) =>
            pieces.map(({ features, area }) => `${features} ${area.toFixed(6)}`).sort(),
          );
        };
        expect(areas(polygonsOf(rings(grown)))).toEqual(areas(grown));
      }),
      { numRuns: 100 },
    );
  });
});
