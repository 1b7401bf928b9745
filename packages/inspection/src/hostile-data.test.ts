import { describe, expect, it } from 'vitest';
import {
  box,
  deliveredLayer,
  deliveryOf,
  EAST,
  inspect,
  NORTH,
  type TestFeature,
} from './testing/delivery.ts';

const sound: TestFeature = { ring: box(0, 0, 100), values: { MJ: 10_000, GHFQDM: '410' } };

/** Inspects a layer of sound features and hostile ones; the sound rules must still be run. */
async function inspected(...hostile: readonly TestFeature[]) {
  const layers = ['CZKFBJ', 'GHFQ'].map((code) => deliveredLayer(code, [sound, ...hostile]));
  const { inspection } = await inspect(deliveryOf(...layers));
  return inspection.findings.filter(({ layer }) => layer === 'CZKFBJ');
}

const rulesOf = (findings: Awaited<ReturnType<typeof inspected>>): string[] => [
  ...new Set(findings.map(({ rule }) => rule)),
];

describe('hostile data ends in findings', () => {
  it.each([
    ['NaN', [Number.NaN, NORTH]],
    ['infinite', [Infinity, NORTH]],
    ['larger than any number', [1e308, -1e308]],
  ])('coordinates that are %s', async (_, point) => {
    const ring = [...box(200, 0, 100).slice(0, -4), ...point, ...box(200, 0, 100).slice(0, 2)];
    const findings = await inspected({ ring });
    expect(findings.filter(({ rule }) => rule === 'S-02').map(({ row }) => row)).toEqual([2]);
  });

  it('features a million kilometres apart', async () => {
    const findings = await inspected(
      { ring: box(1e9, 0, 100) },
      { ring: box(0, 1e9, 100) },
      { ring: box(-1e9, -1e9, 100) },
    );
    expect(findings.filter(({ rule }) => rule === 'S-02').map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it('a ring of a million vertices, smooth or crossing itself all over', async () => {
    const circle: number[] = [];
    for (let i = 0; i < 1_000_000; i++) {
      const angle = (-i * 2 * Math.PI) / 1_000_000;
      circle.push(EAST + 50_000 + 20_000 * Math.cos(angle), NORTH + 50_000 + 20_000 * Math.sin(angle));
    }
    expect(rulesOf(await inspected({ ring: circle }))).not.toContain('G-02');
    const zigzag: number[] = [];
    for (let i = 0; i < 100_000; i++) zigzag.push(EAST + 500 + i, NORTH + (i % 2) * 50 + (i % 7));
    expect(rulesOf(await inspected({ ring: zigzag }))).toContain('G-05');
  });

  it('a hundred thousand parts', async () => {
    const polygons = Array.from({ length: 100_000 }, (_, k) => [
      box(1000 + 30 * (k % 400), 30 * Math.floor(k / 400), 20),
    ]);
    expect(rulesOf(await inspected({ polygons }))).toEqual(expect.arrayContaining(['G-03', 'G-06']));
  });

  it('nothing but zero: rings of one point, of two, on a line, out and back', async () => {
    const at = (...points: readonly (readonly [number, number])[]) =>
      points.flatMap(([x, y]) => [EAST + 500 + x, NORTH + y]);
    const findings = await inspected(
      { ring: at([0, 0]) },
      { ring: at([0, 0], [0, 0], [0, 0], [0, 0]) },
      { ring: at([0, 0], [10, 0], [0, 0]) },
      { ring: at([0, 0], [10, 0], [20, 0], [0, 0]) },
      {},
    );
    expect(findings.filter(({ rule }) => rule === 'G-01').map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
  });

  it('attributes of a megabyte', async () => {
    const long = '长'.repeat(1_000_000);
    const findings = await inspected({
      ring: box(200, 0, 100),
      values: { MJ: 10_000, GHFQDM: long, GHFQMC: long, BSM: long, XZQDM: long },
    });
    expect(JSON.stringify(findings).length).toBeLessThan(100_000);
  });

  it('the same feature ten thousand times', async () => {
    const many = Array.from({ length: 10_000 }, () => ({ ring: box(300, 0, 100) }));
    expect(rulesOf(await inspected(...many))).toContain('G-08');
  });
});
