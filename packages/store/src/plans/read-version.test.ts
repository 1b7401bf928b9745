import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { planOfSquares, publication, square, squaresOf, tester } from '../testing/plans.ts';
import { importPlan } from './import-plan.ts';
import { publish } from './publish.ts';
import { readVersion } from './read-version.ts';
import { verifyVersions } from './verify-versions.ts';

/** More than are read at once. */
const MANY = 40_000;

onBothDatabases('a plan of many features', (database) => {
  it('reads back and proves itself, whatever is ended and opened in it', async () => {
    const code = '230882';
    const squares = Array.from({ length: MANY }, (_, i) => square(i % 200, Math.floor(i / 200), i + 1));
    const filed = planOfSquares(squares);
    const maintained = planOfSquares([
      ...squares.filter((_, i) => i % 1000 !== 0),
      square(0, 500, MANY + 1, '410'),
    ]);
    await importPlan(database(), tester, { plan: filed, code, reason: '' });
    await publish(database(), tester, publication(code, filed, maintained));
    expect(squaresOf(await readVersion(database(), code, 1))).toEqual(squares);
    expect(squaresOf(await readVersion(database(), code, 2))).toEqual(squaresOf(maintained));
    const checked = await verifyVersions(database(), code);
    expect(checked.map(({ version, content }) => [version.features, version.content === content])).toEqual([
      [MANY, true],
      [MANY - MANY / 1000 + 1, true],
    ]);
  });
});
