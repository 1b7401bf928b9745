import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\成果\\(230898)某县.gdb.zip', '(230898)某县.gdb.zip'],
  ['.hidden', 'hidden'],
  ['a\u0000b\u202e.gpkg', 'a_b_.gpkg'],
  [`${'图'.repeat(300)}.gdb.zip`, `${'图'.repeat(77)}.gdb.zip`],
])('%s is kept as %s', (given, kept) => {
  expect(fileName(given)).toBe(kept);
});

test.each(['', '..', '/', ' . ', 'a/'])('nothing is left of %j', (given) => {
  expect(fileName(given)).toBeUndefined();
});

test('whatever a client says stays one file of a folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = fileName(given);
      if (name === undefined) return;
      expect(name).not.toMatch(/[/\\\p{Cc}]|^\.|[. ]$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
      expect(fileName(name)).toBe(name);
    }),
  );
});
