import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { standing } from './stored-layers.ts';

onBothDatabases('the features of a version', (database) => {
  it('are told from those that ended by one look into a table of hashes, whatever the planner thinks of its size', async () => {
    const plan = await database().query(`EXPLAIN SELECT f.id ${standing([1], 2)}`);
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/hashed SubPlan/);
  });
});
