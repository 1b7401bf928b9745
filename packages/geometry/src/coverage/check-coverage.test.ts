import { describe, expect, it } from 'vitest';
import type { Polygons } from '../polygons.ts';
import { type Point, polygonsOf, type Ring, rectangle, ringsOf } from '../testing/shapes.ts';
import { checkCoverage } from './check-coverage.ts';
import type { CoverageOptions } from './coverage-options.ts';
import type { CoveragePiece, CoverageReport } from './report.ts';

/** Thresholds for drawings of a few metres. */
const small: CoverageOptions = { tinyArea: 0, narrowWidth: 0 };
const check = (layer: Polygons, options: CoverageOptions = {}): CoverageReport =>
  checkCoverage(layer, { ...small, ...options });

const brief = (pieces: readonly CoveragePiece[]) =>
  pieces.map(({ features, area }) => [features.join(), Number(area.toFixed(9))]);

/** The lists of a report that are not empty. */
const faults = (report: CoverageReport): string[] =>
  Object.entries(report)
    .filter(([, value]) => Array.isArray(value) && value.length > 0)
    .map(([name]) => name);

const reversed = (ring: Ring): Ring => [...ring].reverse();
const frame = polygonsOf([[[rectangle(0, 0, 6, 6), rectangle(1, 1, 4, 4)]]]);
const withFrame = (...rings: Ring[]): Polygons =>
  polygonsOf([[[rectangle(0, 0, 6, 6), rectangle(1, 1, 4, 4)]], ...rings.map((ring) => [[ring]])]);

describe('a clean coverage', () => {
  it('has no findings, however the rings run', () => {
    const quarters = [
      rectangle(0, 0, 2, 2),
      rectangle(2, 0, 2, 2),
      rectangle(0, 2, 2, 2),
      rectangle(2, 2, 2, 2),
    ];
    const report = check(ringsOf(...quarters.map((ring, k) => (k % 2 ? reversed(ring) : ring))));
    expect(faults(report)).toEqual([]);
    expect(report.edges).toEqual({ total: 16, matched: 8 });
    expect(report.belowTolerance.gaps).toEqual({ pieces: 0, area: 0 });
  });

  it('may have a filled hole, an island in a hole, parts, and empty features', () => {
    const layer = polygonsOf([
      [[rectangle(0, 0, 6, 6), rectangle(1, 1, 4, 4)], [rectangle(2, 2, 2, 2)]],
      [],
      [[rectangle(1, 1, 4, 4), rectangle(2, 2, 2, 2)]],
    ]);
    expect(faults(check(layer))).toEqual([]);
  });

  it('is nothing at all', () => {
    expect(faults(check(ringsOf()))).toEqual([]);
    expect(check(ringsOf()).edges.total).toBe(0);
  });
});

describe('gaps', () => {
  it('are holes that nothing fills, with their neighbours, shape and width', () => {
    const { gaps } = check(frame);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ features: [0], area: 16 });
    expect(gaps[0]!.width).toBeCloseTo(4, 6);
    expect(gaps[0]!.rings[0]).toHaveLength(10);
  });

  const notch: Ring = [
    [0, 0],
    [4, 0],
    [2, 1],
    [4, 2],
    [0, 2],
  ];
  it.each<[string, Polygons, (string | number)[][]]>([
    ['with an island', withFrame(rectangle(2, 2, 1, 1)), [['0,1', 15]]],
    ['with an island on its border', withFrame(rectangle(1, 2, 1, 1)), [['0,1', 15]]],
    [
      'with an island that touches it at a point',
      withFrame([
        [1, 3],
        [3, 2],
        [3, 4],
      ]),
      [['0,1', 14]],
    ],
    [
      'cut in two',
      withFrame(rectangle(2, 1, 1, 4)),
      [
        ['0,1', 4],
        ['0,1', 8],
      ],
    ],
    [
      'that touch each other at a point',
      withFrame(
        [
          [1, 1],
          [5, 1],
          [3, 3],
        ],
        [
          [1, 5],
          [3, 3],
          [5, 5],
        ],
      ),
      [
        ['0,1,2', 4],
        ['0,1,2', 4],
      ],
    ],
    [
      'that touch the outer border at a point',
      ringsOf(notch, [
        [4, 0],
        [4, 2],
        [3, 1],
      ]),
      [['0,1', 1]],
    ],
    ['that are none, open to the outside', ringsOf(notch), []],
    [
      'bounded by features that overlap',
      ringsOf(rectangle(0, 0, 4, 1), rectangle(0, 0, 1, 4), rectangle(0, 3, 4, 1), rectangle(3, 0, 1, 4)),
      [['0,1,2,3', 4]],
    ],
    [
      'below the tolerance',
      ringsOf(rectangle(0, 0, 2, 2), [
        [2, 0],
        [4, 0],
        [4, 2],
        [2, 2],
        [2.005, 1],
      ]),
      [],
    ],
  ])('%s', (_, layer, expected) => {
    expect(brief(check(layer).gaps)).toEqual(expected);
  });

  it('are counted where they are small', () => {
    const layer = ringsOf(rectangle(0, 0, 2, 2), [
      [2, 0],
      [4, 0],
      [4, 2],
      [2, 2],
      [2.005, 1],
    ]);
    const { belowTolerance } = check(layer);
    expect(belowTolerance.gaps.pieces).toBe(1);
    expect(belowTolerance.gaps.area).toBeCloseTo(0.005, 12);
  });

  it('are told against a boundary where one is given, as is what lies beyond it', () => {
    const layer = ringsOf(rectangle(0, 0, 2, 4), rectangle(2, 0, 3, 2));
    const report = check(layer, { boundary: ringsOf(rectangle(0, 0, 4, 4)) });
    expect(brief(report.gaps)).toEqual([['0,1', 4]]);
    expect(brief(report.beyondBoundary)).toEqual([['1', 2]]);
    const hole = check(frame, { boundary: frame });
    expect(faults(hole)).toEqual([]);
    expect(brief(check(ringsOf(), { boundary: frame }).gaps)).toEqual([['', 20]]);
  });
});

describe('overlaps', () => {
  it.each<[string, Polygons, (string | number)[][]]>([
    ['of two', ringsOf(rectangle(0, 0, 3, 3), rectangle(2, 2, 3, 3)), [['0,1', 1]]],
    ['of a feature within another', ringsOf(rectangle(0, 0, 4, 4), rectangle(1, 1, 1, 1)), [['0,1', 1]]],
    ['along a shared border', ringsOf(rectangle(0, 0, 4, 4), rectangle(0, 1, 2, 2)), [['0,1', 4]]],
    [
      'in two pieces',
      ringsOf(rectangle(0, 0, 5, 1), [
        [0, 0.5],
        [1, 0.5],
        [1, 2],
        [4, 2],
        [4, 0.5],
        [5, 0.5],
        [5, 3],
        [0, 3],
      ]),
      [
        ['0,1', 0.5],
        ['0,1', 0.5],
      ],
    ],
    [
      'of three, pair by pair',
      ringsOf(rectangle(0, 0, 2, 2), rectangle(1, 0, 2, 2), rectangle(1, 1, 2, 2)),
      [
        ['0,1', 2],
        ['0,2', 1],
        ['1,2', 2],
      ],
    ],
    [
      'of a whole clean block under another one, of which some edges match',
      ringsOf(rectangle(0, 0, 3, 1), rectangle(0, 1, 3, 1), rectangle(0, 2, 3, 1), rectangle(0, 0, 3, 3)),
      [
        ['0,3', 3],
        ['1,3', 3],
        ['2,3', 3],
      ],
    ],
    [
      'over a hole',
      polygonsOf([[[rectangle(0, 0, 4, 4), rectangle(1, 1, 2, 2)]], [[rectangle(0, 0, 2, 2)]]]),
      [['0,1', 3]],
    ],
    ['none, where a hole is filled', withFrame(rectangle(1, 1, 4, 4)), []],
  ])('%s', (_, layer, expected) => {
    expect(brief(check(layer).overlaps)).toEqual(expected);
  });

  it('are found between features of which every edge is matched', () => {
    const grid = (step: number): Ring[] => {
      const cells: Ring[] = [];
      for (let x = 0; x < 12; x += step)
        for (let y = 0; y < 12; y += step) cells.push(rectangle(x, y, step, step));
      return cells;
    };
    const report = check(ringsOf(...grid(3), ...grid(4)));
    expect(report.overlaps.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(144, 9);
    expect(report.overlaps.some(({ features }) => features.join() === '5,20')).toBe(true);
  });

  it('of copies are duplicates too, and cover their neighbours no less', () => {
    const report = check(
      ringsOf(rectangle(0, 0, 2, 2), rectangle(2, 0, 2, 2), reversed(rectangle(0, 0, 2, 2))),
    );
    expect(brief(report.overlaps)).toEqual([['0,2', 4]]);
    expect(report.duplicates).toEqual([[0, 2]]);
    expect(report.gaps).toEqual([]);
  });

  it('keep their digits far from the origin', () => {
    const [x, y] = [44_532_000.1234, 5_236_000.4321];
    const report = check(ringsOf(rectangle(x, y, 100, 100), rectangle(x + 99.9, y, 100, 100)));
    expect(report.overlaps[0]!.area).toBeCloseTo(10, 5);
    expect(report.overlaps[0]!.width).toBeCloseTo(0.1, 6);
  });
});

describe('near misses', () => {
  const long = rectangle(0, 0, 4, 2);
  it('reports a vertex exactly on a neighbour that lacks it, but no gap or overlap', () => {
    const report = check(ringsOf(long, rectangle(0, 2, 1, 2), rectangle(1, 2, 3, 2)));
    expect(faults(report)).toEqual(['tJunctions']);
    expect(report.tJunctions).toEqual([
      { x: 1, y: 2, features: [1, 2], edgeFeature: 0, ring: 0, edge: [4, 2, 0, 2], distance: 0 },
    ]);
    expect(report.belowTolerance.overlaps.pieces + report.belowTolerance.gaps.pieces).toBe(0);
  });

  it('reports a vertex that is almost on a neighbour, and the sliver', () => {
    const upper: Ring[] = [
      [
        [0, 2],
        [1, 2.0005],
        [1, 4],
        [0, 4],
      ],
      [
        [1, 2.0005],
        [4, 2],
        [4, 4],
        [1, 4],
      ],
    ];
    const report = check(ringsOf(long, ...upper));
    expect(report.tJunctions).toMatchObject([{ features: [1, 2], edgeFeature: 0 }]);
    expect(report.tJunctions[0]!.distance).toBeCloseTo(0.0005, 9);
    expect(report.belowTolerance.gaps).toEqual({ pieces: 1, area: expect.closeTo(0.001, 9) });
    expect(check(ringsOf(long, ...upper), { snap: 0.0001 }).tJunctions).toEqual([]);
  });

  it('reports vertices that are almost the same', () => {
    const report = check(
      ringsOf(rectangle(0, 0, 2, 2), [
        [2, 0],
        [4, 0],
        [4, 2],
        [2.0004, 2.0003],
      ]),
    );
    expect(faults(report)).toEqual(['nearVertices']);
    expect(report.nearVertices).toMatchObject([
      { features: [0], others: [1], segment: [2, 2, 2.0004, 2.0003] },
    ]);
    expect(report.nearVertices[0]!.distance).toBeCloseTo(0.0005, 9);
  });

  it('says nothing about features that touch at a common vertex', () => {
    expect(faults(check(ringsOf(rectangle(0, 0, 1, 1), rectangle(1, 1, 1, 1))))).toEqual([]);
  });
});

describe('rings', () => {
  const bowTie: Ring = [
    [0, 0],
    [2, 2],
    [2, 0],
    [0, 2],
  ];

  it('reports where a ring crosses itself, and reads it by the even-odd rule', () => {
    const report = check(
      ringsOf(bowTie, [
        [0, 0],
        [1, 1],
        [0, 2],
      ]),
    );
    expect(report.selfIntersections).toEqual([{ feature: 0, rings: [0, 0], segment: [1, 1, 1, 1] }]);
    expect(brief(report.overlaps)).toEqual([['0,1', 1]]);
    expect(report.gaps).toEqual([]);
  });

  it('reports edges of a feature that lie on each other', () => {
    const report = check(polygonsOf([[[rectangle(0, 0, 1, 1)], [rectangle(1, 0, 1, 1)]]]));
    expect(report.selfIntersections).toMatchObject([{ feature: 0, segment: [1, 0, 1, 1] }]);
  });

  it('reports a hole outside its shell', () => {
    const report = check(polygonsOf([[[rectangle(0, 0, 1, 1), rectangle(5, 5, 1, 1)]]]));
    expect(report.selfIntersections).toMatchObject([{ feature: 0, rings: [0, 1] }]);
  });

  it('are not told one by one in a scribble, which takes no part in the rest', () => {
    let state = 1;
    const next = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (state / 2_147_483_648) * 10;
    };
    const scribble: Ring = Array.from({ length: 10_000 }, () => [next(), next()]);
    const report = check(ringsOf(rectangle(0, 0, 10, 10), scribble));
    expect(report.tangled).toEqual([1]);
    expect(report.selfIntersections).toMatchObject([{ feature: 1 }]);
    expect(report.overlaps).toEqual([]);
  });

  it('are numbered as in the layer, though one that encloses nothing came before', () => {
    const flat: Ring = [
      [20, 0],
      [21, 0],
      [22, 0],
    ];
    const bowTie: Ring = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
    ];
    const { selfIntersections } = check(polygonsOf([[[flat]], [[rectangle(5, 5, 1, 1)]], [[bowTie]]]));
    expect(selfIntersections).toMatchObject([{ feature: 2, rings: [2, 2] }]);
  });

  it('reports where a ring touches itself or its hole', () => {
    const hole: Ring = [
      [0, 2],
      [2, 1],
      [2, 3],
    ];
    const report = check(polygonsOf([[[rectangle(0, 0, 4, 4), hole]]]));
    expect(report.selfTouches).toEqual([{ feature: 0, rings: [0, 1], segment: [0, 2, 0, 2] }]);
    expect(report.selfIntersections).toEqual([]);
    expect(brief(report.gaps)).toEqual([['0', 2]]);
  });

  it('reports repeated points, exact and within the tolerance', () => {
    const report = check(
      ringsOf([
        [0, 0],
        [2, 0],
        [2, 0],
        [2, 2],
        [2, 2.0005],
        [0, 2],
      ]),
    );
    expect(report.repeatedPoints.map(({ segment }) => segment)).toEqual([
      [2, 0, 2, 0],
      [2, 2, 2, expect.closeTo(2.0005, 9)],
    ]);
  });

  const corner = (tip: Point): Ring => [[0, 0], [10, 0], tip, [10, 0.5], [10, 10], [0, 10]];
  it('tells spikes from sharp angles, and sharp angles from sharp notches', () => {
    expect(
      faults(
        check(
          ringsOf([
            [0, 0],
            [4, 0],
            [9, 0],
            [4, 0],
            [4, 4],
            [0, 4],
          ]),
        ),
      ),
    ).toEqual(['spikes']);
    const sharp = check(ringsOf(corner([20, 0.2])));
    expect(faults(sharp)).toEqual(['sharpAngles']);
    expect(sharp.sharpAngles[0]).toMatchObject({ feature: 0, ring: 0, x: 20, y: 0.2 });
    expect(sharp.sharpAngles[0]!.angle).toBeCloseTo(2.86, 1);
    const notch: Ring = [
      [0, 0],
      [10, 0],
      [10, 5],
      [2, 5.2],
      [10, 5.4],
      [10, 10],
      [0, 10],
    ];
    expect(faults(check(ringsOf(notch)))).toEqual([]);
    expect(faults(check(ringsOf(corner([20, 0.2])), { sharpAngle: 2 }))).toEqual([]);
    expect(
      faults(
        check(
          ringsOf([
            [0, 0],
            [10, 0],
            [10, 5],
            [20, 5.0002],
            [10, 5.0004],
            [10, 9],
            [0, 9],
          ]),
        ),
      ),
    ).toEqual(['spikes']);
  });

  it('reports tiny and narrow polygons, part by part', () => {
    const layer = polygonsOf([
      [[rectangle(0, 0, 30, 30)], [rectangle(50, 0, 10, 10)]],
      [[rectangle(100, 0, 2000, 0.3)]],
    ]);
    const { tiny, narrow } = checkCoverage(layer);
    expect(tiny).toMatchObject([{ feature: 0, polygon: 1, ring: 1, area: 100, x: 50, y: 0 }]);
    expect(narrow).toMatchObject([{ feature: 1, polygon: 2, area: 600 }]);
    expect(narrow[0]!.meanWidth).toBeCloseTo(0.3, 3);
  });

  it('reports rings that run the wrong way', () => {
    const layer = polygonsOf([
      [[rectangle(0, 0, 4, 4), reversed(rectangle(1, 1, 1, 1))]],
      [[reversed(rectangle(9, 0, 1, 1))]],
    ]);
    const wrong = (outerRings: 'clockwise' | 'counter-clockwise' | 'any') =>
      check(layer, { outerRings }).wrongOrientation.map(({ ring }) => ring);
    expect([wrong('clockwise'), wrong('counter-clockwise'), wrong('any')]).toEqual([[0, 1], [2], []]);
  });

  it('passes on which rings were open', () => {
    const report = check(ringsOf(rectangle(0, 0, 1, 1), rectangle(5, 0, 1, 1)), { openRings: [1] });
    expect(report.openRings).toEqual([{ feature: 1, ring: 1, x: 5, y: 0 }]);
  });

  it('does not stumble over rings that enclose nothing', () => {
    const layer = ringsOf(
      rectangle(0, 0, 2, 2),
      [[5, 5]],
      [
        [6, 6],
        [7, 7],
      ],
      [
        [2, 0],
        [4, 0],
        [4, 2],
        [2, 2],
      ],
    );
    const report = check(layer);
    expect(report.gaps).toEqual([]);
    expect(report.overlaps).toEqual([]);
    expect(report.edges.matched).toBe(2);
  });
});
