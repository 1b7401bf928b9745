import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleBook } from './rule-book.ts';

describe('the rule book', () => {
  it('holds the sixteen rules of the three control lines, each once', () => {
    expect(ruleBook.map(({ id }) => id).sort()).toEqual(
      [
        ...['udb.total', 'udb.expansion-multiple', 'udb.transfer-balance', 'udb.fragments', 'udb.holes'],
        ...['udb.development-zone-inclusion', 'udb.shape'],
        ...['pbf.area', 'pbf.quality', 'pbf.contiguity', 'pbf.fragments'],
        ...['er.area', 'er.change-has-basis', 'cultivated.area', 'lines.no-overlap', 'zoning.follows-lines'],
      ].sort(),
    );
  });

  it('names a basis for every rule', () => {
    for (const { id, basis } of ruleBook) expect(basis.length, id).toBeGreaterThan(0);
  });

  it('has every parameter explained in docs/targets.md', () => {
    const page = readFileSync(new URL('../../../docs/targets.md', import.meta.url), 'utf8');
    for (const { id, parameters } of ruleBook) {
      for (const { name } of parameters) expect(page).toContain(`\`${id}.${name}\``);
    }
  });
});
