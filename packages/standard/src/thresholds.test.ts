import { describe, expect, it } from 'vitest';
import { isVerified } from './provenance.ts';
import { analogues, officialThresholds } from './thresholds.ts';

describe('officialThresholds', () => {
  it('have a slot for each of the four whose text was not found', () => {
    expect(officialThresholds).toHaveLength(4);
    const titles = officialThresholds.map(({ title }) => title).join();
    for (const word of ['碎图斑', '天窗', '集中连片', '开发区划入率']) expect(titles).toContain(word);
  });

  it('claim no number and let no rule pass', () => {
    for (const threshold of officialThresholds) {
      expect(threshold.value).toBeNull();
      expect(threshold).toMatchObject({ confidence: 'none', source: expect.stringContaining('未核实') });
      expect(isVerified(threshold)).toBe(false);
    }
  });
});

describe('analogues', () => {
  it('carry the numbers of standards.md §3.3', () => {
    const value = (id: string) => analogues.find((analogue) => analogue.id === id)?.value;
    expect(value('fragment-area.scale-10000')).toBe(400);
    expect(value('fragment-area.scale-5000')).toBe(200);
    expect(value('fragment-area.scale-2000')).toBe(80);
  });

  it('let no rule pass, however sure the number is in its own field', () => {
    for (const analogue of analogues) expect(isVerified(analogue)).toBe(false);
    expect(analogues.some(({ original }) => isVerified(original))).toBe(true);
  });

  it('are never found under the id of an official threshold', () => {
    const ids = [...officialThresholds, ...analogues].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
