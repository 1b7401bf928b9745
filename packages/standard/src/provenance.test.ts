import { expect, it } from 'vitest';
import { type Confidence, isVerified } from './provenance.ts';

it('only what was read or is sure in substance may let a rule pass', () => {
  const all: Confidence[] = [
    'found',
    'memory-high',
    'memory-medium',
    'memory-low',
    'derived',
    'suggestion',
    'none',
  ];
  const verified = all.filter((confidence) => isVerified({ source: 'test', confidence }));
  expect(verified).toEqual(['found', 'memory-high']);
});
