import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FeatureMarks } from './feature-marks.ts';
import { layerDigests } from './layer-content.ts';

/** Digests that often begin alike, or are the same. */
const digest = fc
  .tuple(fc.constantFrom(0, 1, 255), fc.constantFrom(0, 128), fc.nat(3))
  .map(([first, fifth, last]) => {
    const bytes = Buffer.alloc(32);
    bytes[0] = first;
    bytes[4] = fifth;
    bytes[31] = last;
    return bytes;
  });
const mark = fc.tuple(digest, fc.constantFrom(null, '', '230882000000000001', '230882000000000002', '号'));

it('the digests of a layer are over its marks in the order of their bytes', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 300 }), (list) => {
      const marks = new FeatureMarks();
      for (const [bytes, bsm] of list) marks.add(bytes, bsm);
      const sorted = list
        .map(([bytes, bsm]) => Buffer.concat([bytes, Buffer.from(bsm ?? '')]))
        .sort(Buffer.compare);
      const sum = (parts: readonly Buffer[]): Buffer =>
        createHash('sha256').update(Buffer.concat(parts)).digest();
      expect(layerDigests(marks)).toEqual({
        content: sum(sorted),
        unnumbered: sum(sorted.map((bytes) => bytes.subarray(0, 32))),
      });
    }),
  );
});
