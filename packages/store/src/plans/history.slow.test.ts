import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { carryOut, histories } from '../testing/random-history.ts';

onBothDatabases('any history of publications and rollbacks', (database) => {
  it('keeps every version of thousands as it was published', { timeout: 600_000 }, async () => {
    let versions = 0;
    await fc.assert(
      fc.asyncProperty(histories(60), async (steps) => {
        versions += await carryOut(database(), steps);
      }),
      { numRuns: 50, endOnFailure: true },
    );
    expect(versions).toBeGreaterThan(1000);
  });
});
