import { layerSpec } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import { box, deliveredLayer, deliveryOf, inspect } from './testing/delivery.ts';

describe('what a failed rule costs', () => {
  it('is what its gravest finding costs: a warning of a rule of errors does not keep from submitting', async () => {
    const layer = deliveredLayer('GHFQ', [{ ring: box(0, 0, 100), values: { GHFQDM: '99' } }]);
    const { inspection } = await inspect(deliveryOf(layer));
    const rule = inspection.rules.find((result) => result.rule === 'A-03')!;
    expect(rule).toMatchObject({ status: 'failed', severity: 'error', gravest: 'warning' });
    expect(inspection.summary.obstacles.filter((text) => text.startsWith('A-03'))).toEqual([]);
    expect(inspection.summary.obstacles.some((text) => text.startsWith('C-03'))).toBe(true);
  });

  it('is nothing for a hint: the rule passes', async () => {
    const spec = layerSpec('CZKFBJ')!;
    const fields = spec.fields.map(({ name, type, length }) => ({ sourceName: name, name, type, length }));
    const extra = { sourceName: '附加', name: null, type: 'text' as const, length: 9 };
    const layer = deliveredLayer('CZKFBJ', [], { fields: [...fields, extra] });
    const { inspection } = await inspect(deliveryOf(layer));
    const rule = inspection.rules.find((result) => result.rule === 'A-01')!;
    expect(rule).toMatchObject({ status: 'passed', findings: 1 });
    expect(rule.gravest).toBeUndefined();
  });
});

describe('hostile attributes', () => {
  it('end in short findings', async () => {
    const long = '\u00b0城'.repeat(500_000);
    const values = {
      BSM: long,
      DLBM: long,
      DLMC: long,
      XZQDM: long,
      YSDM: long,
      SJNF: Number.POSITIVE_INFINITY,
      YJJBNTTBMJ: Number.NaN,
    };
    const layer = deliveredLayer('YJJBNTBHTB', [{ ring: box(0, 0, 100), values }]);
    const { inspection } = await inspect(deliveryOf(layer));
    const messages = inspection.findings.map(({ message }) => message);
    expect(messages.some((message) => message.startsWith('DLBM “°城'))).toBe(true);
    expect(messages.every((message) => message.length < 400)).toBe(true);
    expect(inspection.findings.find(({ attribute }) => attribute === 'SJNF')).toBeDefined();
  });
});
