import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspect, ring } from './testing/delivery.ts';

const schema = JSON.parse(readFileSync(new URL('../inspection.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const tie = ring([0, 0], [0, 80], [100, 0], [100, 100]);
const faulty = deliveryOf(
  deliveredLayer('CZKFBJ', [{ ring: tie }, { ring: box(300, 0, 100) }, { ring: box(380, 0, 100) }, {}]),
  deliveredLayer('GHFQ', [
    { ring: box(0, 0, 100), values: { MJ: 10_000 } },
    { ring: box(100, 0, 0.4, 2000), values: { MJ: 1 } },
  ]),
);

describe('inspection.schema.json', () => {
  it('describes a sound and a faulty inspection', async () => {
    for (const delivery of [faulty, deliveryOf(deliveredLayer('HLFXKZX', [{ ring: box(0, 0, 100) }]))]) {
      const { inspection } = await inspect(delivery);
      expect(validate(JSON.parse(JSON.stringify(inspection))), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('refuses what is not an inspection', async () => {
    const { inspection } = await inspect(faulty);
    expect(validate({ ...inspection, findings: [{ rule: 'T-01' }] })).toBe(false);
    expect(validate({ schema: 'tuheng.inspection/1' })).toBe(false);
  });

  it('stands for the same bytes from the same inputs', async () => {
    const [first, second] = [await inspect(faulty), await inspect(faulty)];
    expect(JSON.stringify(first.inspection)).toBe(JSON.stringify(second.inspection));
    expect(first.inspection.findings.length).toBeGreaterThan(5);
  });
});
