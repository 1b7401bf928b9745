import { describe, expect, it } from 'vitest';
import {
  box,
  deliveredLayer,
  deliveryOf,
  EAST,
  inspect,
  NORTH,
  ring,
  type TestFeature,
} from '../testing/delivery.ts';

const county = deliveredLayer('XZQ', [{ ring: box(0, 0, 2000) }]);

/** Numbers between 0 and 1, the same at every run. */
function random(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function found(features: readonly TestFeature[], code = 'GHFQ'): Promise<string[]> {
  const { inspection } = await inspect(deliveryOf(county, deliveredLayer(code, features)));
  return [...inspection.findings, ...inspection.systematic]
    .filter(({ layer, rule }) => layer === code && /^[SGT]-/.test(rule))
    .map(({ rule }) => rule);
}

describe('hostile shapes end in findings', () => {
  it('a scribble of 20,000 vertices', async () => {
    const next = random();
    const points = Array.from({ length: 20_000 }, (): [number, number] => [next() * 1000, next() * 1000]);
    const rules = await found([{ ring: ring(...points) }, { ring: box(1000, 0, 1000, 2000) }]);
    expect(rules.filter((rule) => rule === 'G-02')).toHaveLength(1);
  });

  it('a ring of a million vertices', async () => {
    const n = 1_000_000;
    const circle = Array.from({ length: n }, (_, i) => (-2 * Math.PI * i) / n).flatMap((angle) => [
      EAST + 1000 + 900 * Math.cos(angle),
      NORTH + 1000 + 900 * Math.sin(angle),
    ]);
    expect(await found([{ ring: circle }], 'CZKFBJ')).toEqual([]);
  });

  it('a feature of 100,000 parts that touch', async () => {
    const polygons = Array.from({ length: 100_000 }, (_, k) => [
      box(4 * (k % 400), 4 * Math.floor(k / 400), 4),
    ]);
    const rules = await found([{ polygons }], 'CZKFBJ');
    expect(new Set(rules)).toContain('G-03');
    expect(new Set(rules)).toContain('G-02');
  });

  it('zero-length, flat and empty features, thousands of them', async () => {
    const flat = Array.from({ length: 3000 }, (_, k) => [
      { ring: ring([k % 1000, 5], [k % 1000, 5], [k % 1000, 5]) },
      { ring: ring([k % 1000, 5], [(k % 1000) + 50, 5], [(k % 1000) + 20, 5]) },
      {},
    ]).flat();
    const rules = await found([...flat, { ring: box(0, 0, 100) }], 'CZKFBJ');
    expect(rules.filter((rule) => rule === 'G-01')).toHaveLength(9000);
    expect(new Set(rules)).toEqual(new Set(['G-01', 'G-04', 'G-03'].filter((rule) => rules.includes(rule))));
  });

  it('not finite, and a million kilometres apart', async () => {
    const features = [
      ...Array.from({ length: 20 }, (_, k) => ({ ring: box(60 * k, 0, 50) })),
      { ring: box(0, 0, 100).with(0, Number.NaN) },
      { ring: box(0, 0, 100).with(1, Number.NEGATIVE_INFINITY) },
      { ring: box(1e12, 0, 100) },
      { ring: box(0, -1e12, 100) },
    ];
    expect(await found(features, 'CZKFBJ')).toEqual(['S-02', 'S-02', 'S-02', 'S-02']);
  });
});
