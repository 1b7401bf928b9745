import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspect, type TestFeature } from './testing/delivery.ts';

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

describe('hostile data end in findings', () => {
  it('features a million kilometres apart', async () => {
    const findings = await inspected(
      { ring: box(1e9, 0, 100) },
      { ring: box(0, 1e9, 100) },
      { ring: box(-1e9, -1e9, 100) },
    );
    expect(findings.filter(({ rule }) => rule === 'S-02').map(({ row }) => row)).toEqual([2, 3, 4]);
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
