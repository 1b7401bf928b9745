import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';
import { firstAdministrator, redeemFirstAdministrator } from './first-administrator.ts';
import { mayDo } from './rights.ts';
import { signIn } from './sign-in.ts';

const actor = { name: 'operator', origin: 'console' };
const password = 'correct horse battery';

onBothDatabases('the first administrator', (database) => {
  const redeem = (secret: string, typed = password, name = 'admin.one') =>
    redeemFirstAdministrator(database(), { secret, name, password: typed, origin: 'desk' });
  const refused = { code: 'store.first-link-refused' };

  it('does not exist before the link is used: no name and no password signs in', async () => {
    expect(await database().query('SELECT FROM account')).toEqual([]);
    await expect(redeem('')).rejects.toMatchObject(refused);
  });

  it('is made by the newest link, once, even when two try at once', async () => {
    const old = await firstAdministrator(database(), actor);
    const late = await firstAdministrator(database(), actor);
    await expect(redeem(old!.secret)).rejects.toMatchObject(refused);

    await database().query(`UPDATE first_administrator SET expires_at = expires_at - interval '24 hours'`);
    await expect(redeem(late!.secret)).rejects.toMatchObject(refused);

    const link = await firstAdministrator(database(), actor);
    expect(Date.parse(link!.expiresAt) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    expect(Date.parse(link!.expiresAt) - Date.now()).toBeLessThan(24.1 * 3_600_000);
    const rows = await database().query<{ text: string }>(
      'SELECT f::text AS text FROM first_administrator f',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.text).not.toContain(link!.secret);
    // A password that is refused does not use it up.
    await expect(redeem(link!.secret, 'admin.one2026')).rejects.toMatchObject({
      code: 'store.weak-password',
    });

    const outcomes = await Promise.allSettled([
      redeem(link!.secret),
      redeem(link!.secret, password, 'admin.two'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: refused });
    await expect(redeem(link!.secret, password, 'admin.three')).rejects.toMatchObject(refused);
    expect(await firstAdministrator(database(), actor)).toBeUndefined();

    const [account] = await database().query<{ name: string }>('SELECT name FROM account');
    const { caller } = await signIn(database(), { name: account!.name, password, origin: 'desk' });
    expect(await mayDo(database(), caller, 'account.manage', null)).toBe(true);
  });
});
