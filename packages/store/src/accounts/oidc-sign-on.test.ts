import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OidcSettings, OidcSignOn } from './oidc-sign-on.ts';
import { IdentityProvider } from './testing/identity-provider.ts';

const client = {
  id: 'tuheng',
  secret: 'a secret: with %signs',
  redirectUri: 'https://plan.example.cn/sign-on/callback',
};

describe('signing on by OpenID Connect', () => {
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await IdentityProvider.start(client);
  });
  beforeEach(() => {
    provider.behaviour = {};
  });
  afterAll(() => provider.stop());

  const settings = (): OidcSettings => ({
    issuer: provider.issuer,
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri: client.redirectUri,
  });
  /** All steps; `change` may touch the URL that the person comes back by and what was remembered. */
  const run = async (
    change: (back: URL, remembered: Record<'state' | 'nonce' | 'codeVerifier', string>) => void = () => {},
    given: Partial<OidcSettings> = {},
  ) => {
    const signOn = new OidcSignOn({ ...settings(), ...given });
    const { url, remembered } = await signOn.start();
    const back = new URL(await provider.agree(url));
    const changed = { ...remembered };
    change(back, changed);
    return signOn.finish(back.href, changed);
  };
  const failed = (detail: string | RegExp) => ({
    code: 'store.sign-on-failed',
    message: expect.stringMatching(detail),
  });

  it('tells who came back', async () => {
    expect(await run()).toMatchObject({
      issuer: provider.issuer,
      subject: 'subject-1',
      identifier: 'zhang.wei',
      displayName: '张伟',
      claims: { aud: 'tuheng' },
    });
    expect(provider.lastAuthentication).toBe('header');
  });

  it('makes every start another', async () => {
    const signOn = new OidcSignOn(settings());
    const [one, other] = [await signOn.start(), await signOn.start()];
    const query = new URL(one.url).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    for (const key of ['state', 'nonce', 'codeVerifier'] as const)
      expect(one.remembered[key]).not.toBe(other.remembered[key]);
    expect(one.url).not.toContain(one.remembered.codeVerifier);
  });

  it('counts only the query of the URL that came back', async () => {
    const behindProxy = (back: URL): void => {
      back.host = '10.0.0.7:8080';
      back.protocol = 'http:';
    };
    expect(await run(behindProxy)).toMatchObject({ subject: 'subject-1' });
  });

  it('gives the secret in the body where the provider takes it there only', async () => {
    provider.behaviour = { authMethods: ['client_secret_post'] };
    await run();
    expect(provider.lastAuthentication).toBe('body');
  });

  it('reads the claims that the settings name, and e-mail only when it was verified', async () => {
    provider.behaviour = { claims: { staff: 'A007', email: 'zhang@example.cn' } };
    const given = { claims: { identifier: 'staff', displayName: 'preferred_username' } };
    expect(await run(undefined, given)).toMatchObject({ identifier: 'A007', displayName: 'zhang.wei' });
    expect(await run(undefined, { claims: { identifier: 'email' } })).toMatchObject({ identifier: null });
    provider.behaviour = { claims: { email: 'zhang@example.cn', email_verified: true } };
    expect(await run(undefined, { claims: { identifier: 'email' } })).toMatchObject({
      identifier: 'zhang@example.cn',
    });
  });

  it('refuses another state, a lost one, another verifier and a code used before', async () => {
    await expect(run((back) => back.searchParams.set('state', 'other'))).rejects.toMatchObject(
      failed('state'),
    );
    await expect(run((back) => back.searchParams.delete('state'))).rejects.toMatchObject(failed('state'));
    const otherVerifier = (_: URL, remembered: { codeVerifier: string }): void => {
      remembered.codeVerifier = 'x'.repeat(43);
    };
    await expect(run(otherVerifier)).rejects.toMatchObject(failed('invalid_grant'));
    const signOn = new OidcSignOn(settings());
    const { url, remembered } = await signOn.start();
    const back = await provider.agree(url);
    await signOn.finish(back, remembered);
    await expect(signOn.finish(back, remembered)).rejects.toMatchObject({ code: 'store.sign-on-failed' });
  });

  it('refuses a person who did not agree', async () => {
    const denied = (back: URL): void => {
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
    };
    await expect(run(denied)).rejects.toMatchObject(failed('access_denied'));
  });

  const past = Math.floor(Date.now() / 1000) - 3600;
  it.each([
    ['another nonce', { claims: { nonce: 'other' } }, 'nonce'],
    ['no nonce', { claims: { nonce: undefined } }, 'nonce'],
    ['a time that is over', { claims: { iat: past - 300, exp: past } }, 'exp'],
    ['another audience', { claims: { aud: 'somebody-else' } }, 'aud'],
    ['another issuer', { claims: { iss: 'https://elsewhere.example.cn' } }, 'iss'],
    ['a forged signature', { forge: true }, 'signature'],
  ])('refuses an ID token with %s', async (_, behaviour, detail) => {
    provider.behaviour = behaviour;
    await expect(run()).rejects.toMatchObject(failed(detail));
  });

  it('refuses a remembered nonce of another sign-on', async () => {
    const otherNonce = (_: URL, remembered: { nonce: string }): void => {
      remembered.nonce = 'of another';
    };
    await expect(run(otherNonce)).rejects.toMatchObject(failed('nonce'));
  });

  it.each([
    { issuer: 'http://id.example.cn' },
    { issuer: 'http://127.0.0.1.example.cn' },
    { issuer: 'http://localhost:8080' },
    { issuer: 'ftp://id.example.cn' },
    { issuer: 'nonsense' },
    { redirectUri: '/callback' },
    { clientId: '' },
    { clientSecret: '' },
  ])('refuses settings with %j', (change) => {
    expect(() => new OidcSignOn({ ...settings(), ...change })).toThrow(
      expect.objectContaining({ code: 'store.sign-on-settings' }),
    );
  });

  it.each([
    ['token_endpoint', 'http://169.254.169.254/latest/meta-data'],
    ['token_endpoint', 'http://127.0.0.1:1/token'],
    ['jwks_uri', 'file:///etc/passwd'],
    ['jwks_uri', 'http://localhost/keys'],
    ['jwks_uri', 'nonsense'],
    ['authorization_endpoint', 'javascript:alert(1)'],
    ['authorization_endpoint', 'https://elsewhere.example.cn/authorize'],
  ])('refuses a discovery document whose %s is %s', async (name, value) => {
    provider.behaviour = { metadata: { [name]: value } };
    await expect(run()).rejects.toMatchObject({
      code: 'store.sign-on-endpoint',
      message: expect.stringContaining(name),
    });
  });

  it('follows endpoints to a host that the settings name', async () => {
    const keys = await IdentityProvider.start(client);
    try {
      provider.behaviour = { metadata: { jwks_uri: `${keys.issuer}/keys` } };
      await expect(run()).rejects.toMatchObject({ code: 'store.sign-on-endpoint' });
      const given = { endpointHosts: [new URL(keys.issuer).host] };
      expect(await run(undefined, given)).toMatchObject({ subject: 'subject-1' });
    } finally {
      await keys.stop();
    }
  });

  it('says when the provider is not there, and asks it again the next time', async () => {
    const other = await IdentityProvider.start(client);
    const { issuer } = other;
    await other.stop();
    const signOn = new OidcSignOn({ ...settings(), issuer });
    await expect(signOn.start()).rejects.toMatchObject({ code: 'store.sign-on-unreachable' });
    await expect(signOn.start()).rejects.toMatchObject({ code: 'store.sign-on-unreachable' });
  });
});
