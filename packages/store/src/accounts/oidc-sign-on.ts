import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { StoreError } from '../errors.ts';

/** What an administrator enters to sign on by an identity provider (OpenID Connect Core 1.0, authorization code flow). */
export interface OidcSettings {
  /** As the provider writes it; its `/.well-known/openid-configuration` is read. https, or http on 127.0.0.1. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Hosts besides the issuer's own at which its endpoints may be, e.g. `keys.example.cn` or `keys.example.cn:8443`; by default none. */
  readonly endpointHosts?: readonly string[];
  /** Where the provider sends people back to, as registered there. */
  readonly redirectUri: string;
  readonly claims?: {
    /** Names the person where accounts are registered; by default `preferred_username`. `email` counts only when the provider has verified it. */
    readonly identifier?: string;
    /** By default `name`. */
    readonly displayName?: string;
  };
  /** Besides `openid`; by default `profile`. */
  readonly scopes?: readonly string[];
}

/** What has to be kept between the two steps, in the person's own session: never in the URL. */
export interface RememberedSignOn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** A person whom the provider vouches for. */
export interface SignedOn {
  readonly issuer: string;
  /** The provider's own key for the person. */
  readonly subject: string;
  /** Null where the provider does not say. */
  readonly identifier: string | null;
  readonly displayName: string | null;
  /** All claims of the ID token. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Seconds that an identity provider may take to answer. */
const PATIENCE = 10;

/**
 * Sign-on by an OpenID Connect provider: authorization code with PKCE, state and nonce. ID tokens are checked by their signature as well, although
 * they come straight from the provider. The provider is asked for its endpoints at the first use, and again where it could not be reached.
 */
export class OidcSignOn {
  readonly #settings: OidcSettings;
  #provider: Promise<Configuration> | undefined;

  /** @throws StoreError store.sign-on-settings */
  constructor(settings: OidcSettings) {
    checkSettings(settings);
    this.#settings = settings;
  }

  /**
   * The first step: where to send the person.
   *
   * @throws StoreError store.sign-on-unreachable, sign-on-endpoint
   */
  async start(): Promise<{ readonly url: string; readonly remembered: RememberedSignOn }> {
    const provider = await this.#discovered();
    const remembered = {
      state: randomState(),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
    };
    const { redirectUri, scopes = ['profile'] } = this.#settings;
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: ['openid', ...scopes].join(' '),
      state: remembered.state,
      nonce: remembered.nonce,
      code_challenge: await calculatePKCECodeChallenge(remembered.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, remembered };
  }

  /**
   * The second step: who came back.
   *
   * @param callbackUrl the URL that the person came back to; of it only the query counts
   * @throws StoreError store.sign-on-unreachable, sign-on-endpoint, sign-on-failed
   */
  async finish(callbackUrl: string, remembered: RememberedSignOn): Promise<SignedOn> {
    const provider = await this.#discovered();
    // Behind a proxy the server sees itself under another name than the one that is registered.
    const url = new URL(this.#settings.redirectUri);
    url.search = new URL(callbackUrl, url).search;
    try {
      const answer = await authorizationCodeGrant(provider, url, {
        expectedState: remembered.state,
        expectedNonce: remembered.nonce,
        pkceCodeVerifier: remembered.codeVerifier,
        idTokenExpected: true,
      });
      return this.#personOf(answer.claims()!);
    } catch (cause) {
      throw new StoreError('store.sign-on-failed', hostOf(this.#settings), {
        detail: reasonOf(cause),
        cause,
      });
    }
  }

  #personOf(claims: IDToken): SignedOn {
    const { identifier = 'preferred_username', displayName = 'name' } = this.#settings.claims ?? {};
    const text = (claim: string): string | null => {
      const value = claims[claim];
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const isBelieved = identifier !== 'email' || claims.email_verified === true;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      identifier: isBelieved ? text(identifier) : null,
      displayName: text(displayName),
      claims,
    };
  }

  #discovered(): Promise<Configuration> {
    this.#provider ??= discover(this.#settings).catch((error: unknown) => {
      this.#provider = undefined;
      throw error;
    });
    return this.#provider;
  }
}

async function discover(settings: OidcSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  let provider: Configuration;
  try {
    provider = await discovery(issuer, settings.clientId, undefined, authentication(settings.clientSecret), {
      timeout: PATIENCE,
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    });
  } catch (cause) {
    throw new StoreError('store.sign-on-unreachable', hostOf(settings), { detail: reasonOf(cause), cause });
  }
  refuseOtherHosts(provider.serverMetadata(), settings);
  return provider;
}

/** The endpoints that are used: where the person is sent, and where the server itself asks. */
const endpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;

/**
 * Refuses a provider whose discovery document names other hosts than the administrator did: whoever can change it would make this server ask what
 * only it can reach (127.0.0.1, 169.254.169.254), and send people anywhere. The library follows no redirects.
 *
 * @throws StoreError store.sign-on-endpoint
 */
function refuseOtherHosts(
  metadata: Readonly<Partial<Record<(typeof endpoints)[number], string | undefined>>>,
  { issuer, endpointHosts = [] }: OidcSettings,
): void {
  const { protocol, host } = new URL(issuer);
  const allowed = new Set([host, ...endpointHosts]);
  for (const name of endpoints) {
    const value = metadata[name];
    if (value === undefined) continue;
    const at = URL.parse(value);
    const isAllowed = at !== null && at.protocol === protocol && at.username === '' && allowed.has(at.host);
    if (!isAllowed) throw new StoreError('store.sign-on-endpoint', host, { detail: `${name}：${value}` });
  }
}

/** The client's secret in the header, which is the default of OpenID Connect, or in the body where the provider takes it there only. */
function authentication(secret: string): ClientAuth {
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const method = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    method(secret)(server, client, body, headers);
  };
}

/** Only this machine itself may be spoken to without TLS. */
function checkSettings({ issuer, clientId, clientSecret, redirectUri }: OidcSettings): void {
  const at = URL.parse(issuer);
  const isSafe = at?.protocol === 'https:' || (at?.protocol === 'http:' && at.hostname === '127.0.0.1');
  if (!isSafe) throw new StoreError('store.sign-on-settings', 'issuer', { detail: issuer });
  if (!URL.canParse(redirectUri))
    throw new StoreError('store.sign-on-settings', 'redirectUri', { detail: redirectUri });
  for (const [name, value] of Object.entries({ clientId, clientSecret })) {
    if (value === '') throw new StoreError('store.sign-on-settings', name);
  }
}

function hostOf({ issuer }: OidcSettings): string {
  return new URL(issuer).host;
}

/** What the library says, and the causes beneath: only the innermost tells which check failed. */
function reasonOf(error: unknown): string {
  const messages: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    messages.push(at.message);
    // The provider's own code, such as access_denied.
    if ('error' in at) messages.push(String(at.error));
  }
  return messages.join('：');
}
