import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeTest } from './like.ts';

/** The same as a regular expression, which is right but may take for ever. */
function expected(pattern: string, text: string): boolean {
  const source = [...pattern.matchAll(/\\(.)|(.)/gsu)].map(([, escaped, plain]) =>
    escaped === undefined && plain === '%'
      ? '.*'
      : escaped === undefined && plain === '_'
        ? '.'
        : RegExp.escape(escaped ?? plain!),
  );
  return new RegExp(`^${source.join('')}$`, 'su').test(text);
}

test('a pattern matches what the regular expression does', () => {
  const signs = fc.array(fc.constantFrom('a', 'b', '%', '_', '\\%', '\\_', '\\\\', '田', '𠮷'), {
    maxLength: 8,
  });
  const texts = fc.array(fc.constantFrom('a', 'b', '%', '_', '\\', '田', '𠮷'), { maxLength: 10 });
  fc.assert(
    fc.property(signs, texts, (pattern, text) => {
      expect(likeTest(pattern.join(''))(text.join(''))).toBe(expected(pattern.join(''), text.join('')));
    }),
    { numRuns: 2000 },
  );
});

test('a pattern made to take for ever is answered', () => {
  expect(likeTest('%a'.repeat(200))('a'.repeat(199) + 'b'.repeat(2000))).toBe(false);
});
