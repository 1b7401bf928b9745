import { expect, it } from 'vitest';
import { onBothDatabases } from '../testing/databases.ts';

onBothDatabases('a new database', (database) => {
  it('is worked on by a role that owns nothing', async () => {
    expect(await database().query('SELECT current_user AS role')).toEqual([{ role: 'tuheng_app' }]);
    const owned = await database().query(
      `SELECT relname FROM pg_class WHERE relowner = 'tuheng_app'::regrole AND relnamespace = 'tuheng'::regnamespace`,
    );
    expect(owned).toEqual([]);
  });
});
