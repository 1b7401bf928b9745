import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { carryOut, histories } from '../testing/random-history.ts';

onBothDatabases('any history of publications and rollbacks', (database) => {
  it('keeps every version as it was published', async () => {
    let versions = 0;
    await fc.assert(
      fc.asyncProperty(histories(25), async (steps) => {
        versions += await carryOut(database(), steps);
      }),
      { numRuns: 8, endOnFailure: true },
    );
    expect(versions).toBeGreaterThan(50);
  });
});
