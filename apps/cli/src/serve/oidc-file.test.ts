import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOidcFile } from './oidc-file.ts';

const settings = {
  issuer: 'https://id.example.cn',
  clientId: 'tuheng',
  clientSecret: 'secret',
  redirectUri: 'https://plan.example.cn/api/v1/sign-on/return',
};

describe('the file of sign-on', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuheng-oidc-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (text: string) => {
    const path = join(folder, 'oidc.json');
    await writeFile(path, text);
    return readOidcFile(path);
  };

  test('all that may stand in it', async () => {
    const whole = {
      ...settings,
      endpointHosts: ['keys.example.cn'],
      scopes: ['profile'],
      claims: { identifier: 'employee' },
    };
    expect(await read(JSON.stringify(whole))).toEqual(whole);
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['something missing', JSON.stringify({ ...settings, issuer: undefined })],
    ['a number', JSON.stringify({ ...settings, clientId: 1 })],
    ['a text for a list', JSON.stringify({ ...settings, scopes: 'profile' })],
    ['claims that are none', JSON.stringify({ ...settings, claims: { identifier: 1 } })],
    ['a misspelt name', JSON.stringify({ ...settings, clientsecret: 'x' })],
    ['a misspelt claim', JSON.stringify({ ...settings, claims: { identifer: 'x' } })],
  ])('refused: %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'cli.oidc' });
  });

  test('a file that is not there', async () => {
    await expect(readOidcFile(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'cli.oidc' });
  });
});
