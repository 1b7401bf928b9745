import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { chooseLedgerAlgorithm } from './algorithm-setting.ts';
import { appendLedger } from './append.ts';
import { sealsOf } from './seal.ts';

onBothDatabases('the algorithm of the ledger', (database) => {
  it('is chosen once, before the first row, and stands in every row', async () => {
    await chooseLedgerAlgorithm(database(), 'sha256');
    await chooseLedgerAlgorithm(database(), 'sha256');
    const row = await database().transaction((tx) =>
      appendLedger(tx, {
        scope: 'system',
        actor: { name: '', origin: '' },
        verb: 'test',
        object: '',
        before: null,
        after: null,
        reason: '',
      }),
    );
    expect(row.algorithm).toBe('sha256');
    expect((await sealsOf(database())).algorithm).toBe('sha256');
    await expect(chooseLedgerAlgorithm(database(), 'sm3')).rejects.toMatchObject({
      code: 'store.ledger-algorithm',
    });
  });
});

onBothDatabases('a ledger that was begun without a choice', (database) => {
  it('stays with SM3', async () => {
    const entry = { verb: 'test', object: '', before: null, after: null, reason: '' };
    await database().transaction((tx) =>
      appendLedger(tx, { ...entry, scope: 'system', actor: { name: '', origin: '' } }),
    );
    await chooseLedgerAlgorithm(database(), 'sm3');
    await expect(chooseLedgerAlgorithm(database(), 'sha256')).rejects.toMatchObject({
      code: 'store.ledger-algorithm',
    });
  });
});
