import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tuheng } from '../testing/commands.ts';
import { Serving } from './testing/serving.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuheng-演示-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('tuheng serve --demo loads the county with its published review, once, and lets everybody try it on this machine', async () => {
  const data = join(folder, '演示');
  for (const start of ['first', 'second']) {
    const serving = await Serving.start('serve', '--demo', '--data', data, '--port', '0');
    expect(serving.out).toBe(`ready ${serving.address}\n`);
    expect(serving.err).not.toContain('#');
    expect(serving.err.includes('生成演示县'), start).toBe(start === 'first');
    const [, password] = /密码都是 (\S+?)，/.exec(serving.err)!;
    const signedIn = await fetch(`${serving.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'demo-county', password }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const plans = await (await fetch(`${serving.address}/api/v1/plans`, { headers: { cookie } })).json();
    expect(plans).toMatchObject([
      { code: '230898', head: { number: 2, kind: 'publish' } },
      { code: '230898-base', head: { number: 1, kind: 'import' } },
    ]);
    expect(await serving.stop()).toEqual([0, null]);
  }
  const exposed = tuheng('serve', '--data', data, '--host', '0.0.0.0', '--port', '0');
  expect(exposed.code).toBe(2);
  expect(exposed.err).toContain('cli.demo-exposed');
});

it('tuheng serve --demo takes no folder for its own that holds something else', async () => {
  const other = join(folder, '正式');
  const serving = await Serving.start('serve', '--data', other, '--port', '0');
  const [, secret] = /#(\S+)/.exec(serving.err)!;
  await fetch(`${serving.address}/api/v1/first-administrator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, name: 'first.one', password: 'correct horse battery' }),
  });
  await serving.stop();
  const demo = tuheng('serve', '--demo', '--data', other, '--port', '0');
  expect(demo.code).toBe(2);
  expect(demo.err).toContain('cli.not-a-demo');
});

it('tuheng demo ends in the running services with the county that was reviewed', async () => {
  const out = join(folder, 'out');
  const serving = await Serving.start('demo', '--out', out, '--parcels', '2000', '--port', '0');
  expect(serving.out).toContain('通过 16');
  expect(serving.out).toContain('report.html');
  expect((await fetch(`${serving.address}/health/ready`)).status).toBe(200);
  expect(await serving.stop()).toEqual([0, null]);
});
