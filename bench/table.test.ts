import { expect, it } from 'vitest';
import { agreement, resultTable } from './table.ts';

const machine = { cpu: 'X', cores: 2, memoryGB: 8, os: 'O', node: '24', geosWasm: '3' };

it('tells medians, ratios, lower bounds and what was skipped', () => {
  const table = resultTable({
    name: 'overlay',
    machine,
    cases: [
      {
        case: 'small',
        ours: { median: 0.5, runs: [0.5], peakMB: 123.4, answer: { area: 10 } },
        peers: {
          postgis: { median: 10, runs: [10], ratio: 20, answer: { area: 10 } },
          geos: { median: 900, runs: [], overLimit: true, ratio: 1800 },
          other: { skipped: 'not here' },
        },
        ratio: 20,
      },
    ],
  });
  expect(table).toContain('small  ours     0.500                     123');
  expect(table).toMatch(/postgis\s+10\.0\s+20\.0 ×\s+the same/);
  expect(table).toMatch(/geos\s+> 900\s+> 1\.80e\+3 ×/);
  expect(table).toMatch(/other\s+skipped\s+not here/);
});

it('names the figure in which two sides differ most', () => {
  expect(agreement({ a: 1, b: 100 }, { a: 1, b: 100.0000001 })).toBe('b differs by 1.0e-9');
  expect(agreement({ a: 1, b: 100 }, { a: 2, b: 100 })).toBe('a differs by 5.0e-1 (1 against 2)');
  expect(agreement({ a: 1 }, { b: 1 })).toBe('nothing to compare');
});
