import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matrixFlows } from './matrix-flows.ts';

it('lets ground flow from classes before to classes after, the largest first', () => {
  const { nodes, links } = matrixFlows([
    { from: '01', to: '07', pieces: 1, area: 10 },
    { from: '07', to: '01', pieces: 2, area: 30 },
    { from: '01', to: '05', pieces: 1, area: 0 },
  ]);
  expect(links).toEqual([
    { source: 'from:07', target: 'to:01', value: 30 },
    { source: 'from:01', target: 'to:07', value: 10 },
  ]);
  expect(nodes.map(({ id }) => id)).toEqual(['from:07', 'to:01', 'from:01', 'to:07']);
});

const code = fc.constantFrom('01', '02', '07', '0701');
const row = fc.record({ from: code, to: code, pieces: fc.nat(9), area: fc.nat(1000) });

it('keeps the area: what leaves the left is what arrives at the right and what the table adds up to', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { nodes, links } = matrixFlows(rows);
      const total = rows.reduce((sum, { area }) => sum + area, 0);
      const of = (side: string) =>
        nodes.filter(({ id }) => id.startsWith(side)).reduce((sum, { area }) => sum + area, 0);
      expect(of('from:')).toBe(total);
      expect(of('to:')).toBe(total);
      expect(links.reduce((sum, { value }) => sum + value, 0)).toBe(total);
    }),
  );
});
