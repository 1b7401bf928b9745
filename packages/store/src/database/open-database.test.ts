import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createServerDatabase, onServer } from '../testing/databases.ts';
import { openDatabase, type StorePlace } from './open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuheng-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function opensAgain(place: StorePlace): Promise<void> {
  const made = await openDatabase(place, { ledgerAlgorithm: 'sha256' });
  await made.close();
  const database = await openDatabase(place, { mustExist: true });
  const setting = await database.query('SELECT algorithm FROM ledger_setting');
  await database.close();
  expect(setting).toEqual([{ algorithm: 'sha256' }]);
  await expect(openDatabase(place, { ledgerAlgorithm: 'sm3' })).rejects.toMatchObject({
    code: 'store.ledger-algorithm',
  });
}

describe('openDatabase of a folder', () => {
  it('makes nothing where a store must be', async () => {
    const place = join(folder, 'nothing');
    await expect(openDatabase({ folder: place }, { mustExist: true })).rejects.toMatchObject({
      code: 'store.no-store',
    });
    expect(existsSync(place)).toBe(false);
    mkdirSync(place);
    await expect(openDatabase({ folder: place }, { mustExist: true })).rejects.toMatchObject({
      code: 'store.no-store',
    });
    expect(readdirSync(place)).toEqual([]);
  });

  it('opens the store that is there, with the algorithm it was made with', () =>
    opensAgain({ folder: join(folder, 'store') }));
});

onServer('openDatabase of a server', () => {
  it('makes nothing where a store must be, and opens the one that is there', async () => {
    const url = await createServerDatabase();
    for (let twice = 0; twice < 2; twice++) {
      await expect(openDatabase({ url }, { mustExist: true })).rejects.toMatchObject({
        code: 'store.no-store',
      });
    }
    await opensAgain({ url });
  });
});
