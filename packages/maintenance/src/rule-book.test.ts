import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chapterTitles } from './chapters.ts';
import { ruleBook } from './rule-book.ts';

describe('the rule book', () => {
  it('holds every rule once, chapter by chapter', () => {
    expect(new Set(ruleBook.map(({ id }) => id)).size).toBe(ruleBook.length);
    const chapters = ruleBook.map(({ chapter }) => Object.keys(chapterTitles).indexOf(chapter));
    expect(chapters).toEqual([...chapters].sort((a, b) => a - b));
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
