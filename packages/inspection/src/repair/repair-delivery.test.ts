import { checkCoverage, featureCount } from '@tuheng/geometry';
import { crsOf } from '@tuheng/standard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspect, ring, type TestFeature } from '../testing/delivery.ts';
import { repaired, verticesOf } from '../testing/repaired.ts';
import { repairDelivery } from './repair-delivery.ts';

const kinds = (log: Awaited<ReturnType<typeof repaired>>['log']) =>
  log.edits.map(({ kind, row }) => [kind, row]);

describe('repairDelivery', () => {
  it('leaves a sound delivery as it is, bit by bit', async () => {
    const layer = deliveredLayer('HLFXKZX', [{ ring: box(0, 0, 100) }, { ring: box(200, 0, 100) }]);
    const { log, layer: of } = await repaired(layer);
    expect(log).toMatchObject({ edits: [], refused: [], areaMoved: 0 });
    expect(of('HLFXKZX').polygons).toBe(layer.polygons);
  });

  it('drops points that repeat, turns rings, tells of rings it closed', async () => {
    const twice = ring([0, 0], [0, 100], [0, 100], [100, 100], [100, 0]);
    const counterClockwise = ring([200, 0], [300, 0], [300, 100], [200, 100]);
    const features = [
      { ring: twice },
      { ring: counterClockwise },
      ...[4, 6, 8, 10, 12].map((k) => ({ ring: box(100 * k, 0, 100) })),
    ];
    const { log, layer } = await repaired(
      deliveredLayer('HLFXKZX', features, { openRings: Uint32Array.of(2) }),
    );
    expect(kinds(log)).toEqual([
      ['closed-ring', 3],
      ['repeated-points', 1],
      ['orientation', 2],
    ]);
    expect(verticesOf(layer('HLFXKZX').polygons, 0)).toEqual(box(0, 0, 100));
    expect(log.areaMoved).toBe(0);
  });

  it('makes a bow-tie two triangles, a ring that touches itself two rings, and takes a spike off', async () => {
    const tie = ring([0, 0], [100, 100], [100, 0], [0, 100]);
    const eight = ring([500, 0], [550, 50], [500, 100], [600, 100], [550, 50], [600, 0]);
    const spiked = ring([1000, 0], [1000, 100], [1100, 100], [1200, 100], [1100, 100], [1100, 0]);
    const { log, layer } = await repaired(
      deliveredLayer('HLFXKZX', [{ ring: tie }, { ring: eight }, { ring: spiked }]),
    );
    expect(log.edits.filter(({ kind }) => kind === 'even-odd').map(({ row }) => row)).toEqual([1, 2, 3]);
    const { polygons } = layer('HLFXKZX');
    expect([...polygons.featureStart]).toEqual([0, 2, 4, 5]);
    const report = checkCoverage(polygons, {});
    expect([...report.selfIntersections, ...report.spikes]).toEqual([]);
    expect(report.selfTouches.filter(({ rings: [a, b] }) => a === b)).toEqual([]);
    expect(log.edits[2]!.areaMoved).toBe(0);
  });

  it('puts the vertex of a neighbour into a shared edge', async () => {
    const { log, layer } = await repaired(
      deliveredLayer('GHFQ', [
        { ring: box(0, 0, 200, 200) },
        { ring: box(200, 0, 100, 100) },
        { ring: box(200, 100, 100, 100) },
      ]),
    );
    expect(kinds(log)).toEqual([['t-junction', 1]]);
    expect(checkCoverage(layer('GHFQ').polygons, {}).tJunctions).toEqual([]);
  });

  it('keeps the delivered degrees of a vertex it puts into a geographic layer', async () => {
    const degrees = (points: readonly (readonly [number, number])[]) =>
      [...points, points[0]!].flatMap(([x, y]) => [132 + x, 47 + y]);
    const middle = [0.002, 0.0013] as const;
    const layer = deliveredLayer(
      'GHFQ',
      [
        {
          ring: degrees([
            [0, 0],
            [0, 0.002],
            [0.002, 0.002],
            [0.002, 0],
          ]),
        },
        { ring: degrees([[0.002, 0], middle, [0.004, 0.0013], [0.004, 0]]) },
        { ring: degrees([middle, [0.002, 0.002], [0.004, 0.002], [0.004, 0.0013]]) },
      ],
      { declared: { kind: 'known', crs: crsOf(4490)!, vertical: null } },
    );
    const { log, layer: of } = await repaired(layer);
    expect(kinds(log)).toEqual([['t-junction', 1]]);
    expect(verticesOf(of('GHFQ').polygons, 0).join()).toContain([132 + middle[0], 47 + middle[1]].join());
  });

  it('names by code, measures anew and numbers anew, only where it is wrong', async () => {
    const good = { DLBM: '0101', DLMC: '水田', TBMJ: 10_000, KCMJ: 0, KCXS: 0, TBDLMJ: 10_000 };
    const features: TestFeature[] = [
      { ring: box(0, 0, 100), values: { ...good, BSM: '230898000000000007' } },
      { ring: box(200, 0, 100), values: { ...good, DLMC: '旱地', BSM: '230898000000000007' } },
      { ring: box(400, 0, 100), values: { ...good, TBMJ: 5000, BSM: '23089' } },
      ...[6, 8, 10, 12, 14, 16].map((k) => ({
        ring: box(100 * k, 0, 100),
        values: { ...good, BSM: `2308980000000000${k + 10}` },
      })),
    ];
    const { log, layer } = await repaired(deliveredLayer('DLTB', features));
    const edits = log.edits.filter(({ kind }) => kind !== 'area');
    expect(
      edits.map(({ kind, row, attribute, before, after }) => [kind, row, attribute, before, after]),
    ).toEqual([
      ['name-by-code', 2, 'DLMC', '旱地', '水田'],
      ['bsm', 2, 'BSM', '230898000000000007', '230898000000000027'],
      ['bsm', 3, 'BSM', '23089', '230898000000000028'],
    ]);
    expect(log.edits).toContainEqual(
      expect.objectContaining({ kind: 'area', row: 3, attribute: 'TBMJ', before: 5000 }),
    );
    const area = layer('DLTB').columns.get('TBMJ');
    expect(area?.kind === 'number' && area.values[2]).toBeCloseTo(10_000, 0);
  });

  it('asks a person where a repair is not safe', async () => {
    const flat = ring([0, 0], [100, 0], [50, 0]);
    const zone = (ringOf: number[], GHFQMC: string) => ({
      ring: ringOf,
      values: { GHFQDM: '520', GHFQMC, MJ: 1 },
    });
    const { log } = await repaired(
      deliveredLayer('HLFXKZX', [{ ring: flat }, { ring: box(300, 0, 100) }]),
      deliveredLayer('GHFQ', [
        zone(box(0, 0, 100), '林业发展区'),
        ...[2, 4, 6, 8, 10, 12].map((k) => zone(box(100 * k, 0, 100), '一般农业区')),
      ]),
    );
    expect(log.refused.map(({ kind, layer, row }) => [kind, layer, row])).toEqual([
      ['even-odd', 'HLFXKZX', 1],
      ['name-by-code', 'GHFQ', 1],
    ]);
  });

  it('leaves a layer out whose coordinate system is not known', async () => {
    const { log, databases } = await repaired(
      deliveredLayer('HLFXKZX', [{ ring: box(0, 0, 100) }], { declared: { kind: 'missing' } }),
    );
    expect(databases).toEqual([]);
    expect(log.leftOut).toMatchObject([{ layer: 'HLFXKZX' }]);
  });
});

/** A grid of cells of 100 m as one coverage, some of them spoiled. */
function spoiledGrid(size: number, faults: readonly { cell: number; kind: number }[]): TestFeature[] {
  return Array.from({ length: size * size }, (_, k) => {
    const [x, y] = [100 * (k % size), 100 * Math.floor(k / size)];
    const cell = box(x, y, 100);
    const fault = faults.find((candidate) => candidate.cell % (size * size) === k);
    switch (fault?.kind) {
      case 0: // The bow-tie of the cell's corners.
        return { ring: ring([x, y], [x, y + 100], [x + 100, y], [x + 100, y + 100]) };
      case 1: // A point twice.
        return { ring: [...cell.slice(0, 4), ...cell.slice(2)] };
      case 2: // The other way round.
        return { ring: ring([x, y], [x + 100, y], [x + 100, y + 100], [x, y + 100]) };
      case 3: // A vertex on each side that the neighbours lack.
        return {
          ring: ring(
            [x, y],
            [x, y + 50],
            [x, y + 100],
            [x + 50, y + 100],
            [x + 100, y + 100],
            [x + 100, y + 50],
            [x + 100, y],
            [x + 50, y],
          ),
        };
      default:
        return { ring: cell };
    }
  });
}

describe('a repaired grid', () => {
  const total = (pieces: readonly { readonly area: number }[]) =>
    pieces.reduce((sum, { area }) => sum + area, 0);

  it('covers the same ground, has no new overlap or gap, and sound cells keep every bit', async () => {
    const fault = fc.record({ cell: fc.nat(24), kind: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 6 }), async (faults) => {
        const source = deliveredLayer('GHFQ', spoiledGrid(5, faults));
        const { inspection, context } = await inspect(deliveryOf(source));
        const { databases, log } = repairDelivery(context);
        const { polygons } = databases[0]!.layers[0]!;
        const before = checkCoverage(source.polygons, {});
        const after = checkCoverage(polygons, {});
        expect(total(after.overlaps)).toBeLessThanOrEqual(total(before.overlaps) + 1e-6);
        expect(total(after.gaps)).toBeLessThanOrEqual(total(before.gaps) + 1e-6);
        expect(after.selfIntersections).toEqual([]);
        expect(log.refused).toEqual([]);
        const faulty = new Set(
          inspection.findings.flatMap(({ row, others = [] }) => [row, ...others.map((other) => other.row)]),
        );
        for (let f = 0; f < featureCount(polygons); f++) {
          if (!faulty.has(f + 1)) expect(verticesOf(polygons, f)).toEqual(verticesOf(source.polygons, f));
        }
      }),
      { numRuns: 60 },
    );
  });
});
