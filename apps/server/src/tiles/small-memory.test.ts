import { beforeAll, describe, expect, test } from 'vitest';
import { plan, withServer } from '../testing/test-server.ts';

describe('a server with room for hardly one layer', () => {
  const server = withServer({ memoryBytes: 200_000 });
  let token: string;
  beforeAll(async () => {
    token = await server().tokenOf('county', { role: 'county', region: plan });
  });

  test('answers the tiles of one layer after the other, and of two', async () => {
    const base = `/api/v1/plans/${plan}/versions/head/tiles`;
    for (const layers of ['GHFQ', 'CZKFBJ', 'GHFQ', 'STBHHX', 'GHFQ,CZKFBJ']) {
      const answer = await server().ask(`${base}/${layers}/${layers.length % 5}/0/0.mvt`, { token });
      expect([200, 204], `${layers}: ${answer.status}`).toContain(answer.status);
    }
  });
});
