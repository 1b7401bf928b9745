import { createHash, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProviderClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
}

/** What the provider does wrong, or says, in its next answers. */
export interface ProviderBehaviour {
  /** Claims of the ID token over the right ones. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Sign with a key that is not published. */
  readonly forge?: boolean;
  /** Members of the discovery document over the right ones. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** How it takes the client's secret; by default it does not say, and takes it in the header. */
  readonly authMethods?: readonly string[];
}

interface Grant {
  readonly nonce: string | null;
  readonly challenge: string;
  readonly redirectUri: string;
}

const KEY = 'key-1';
const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** An OpenID Connect provider on 127.0.0.1 with one client and one person, who always agrees. */
export class IdentityProvider {
  behaviour: ProviderBehaviour = {};
  /** How the client last proved itself at the token endpoint. */
  lastAuthentication: 'header' | 'body' | undefined;
  readonly #client: ProviderClient;
  readonly #server: Server;
  readonly #grants = new Map<string, Grant>();

  private constructor(client: ProviderClient) {
    this.#client = client;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(client: ProviderClient): Promise<IdentityProvider> {
    const provider = new IdentityProvider(client);
    provider.#server.listen(0, '127.0.0.1');
    await once(provider.#server, 'listening');
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** What the person's browser does with the sign-on URL. @returns where it comes back to */
  async agree(url: string): Promise<string> {
    const response = await fetch(url, { redirect: 'manual' });
    const back = response.headers.get('location');
    if (back === null) throw new Error(`the provider refused: ${await response.text()}`);
    return back;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.issuer);
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        json(response, 200, this.#metadata());
        break;
      case '/keys':
        json(response, 200, {
          keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: KEY, use: 'sig', alg: 'RS256' }],
        });
        break;
      case '/authorize':
        this.#authorize(url.searchParams, response);
        break;
      case '/token':
        this.#token(await formOf(request), request.headers.authorization, response);
        break;
      default:
        json(response, 404, {});
    }
  }

  #metadata(): object {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      ...(this.behaviour.authMethods && {
        token_endpoint_auth_methods_supported: this.behaviour.authMethods,
      }),
      ...this.behaviour.metadata,
    };
  }

  #authorize(query: URLSearchParams, response: ServerResponse): void {
    const { id, redirectUri } = this.#client;
    const challenge = query.get('code_challenge');
    const isSound =
      query.get('client_id') === id &&
      query.get('redirect_uri') === redirectUri &&
      query.get('response_type') === 'code' &&
      query.get('scope')?.split(' ').includes('openid') &&
      query.get('code_challenge_method') === 'S256';
    if (!isSound || challenge === null) {
      json(response, 400, { error: 'invalid_request' });
      return;
    }
    const code = randomUUID();
    this.#grants.set(code, { nonce: query.get('nonce'), challenge, redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  #token(form: URLSearchParams, authorization: string | undefined, response: ServerResponse): void {
    const code = form.get('code') ?? '';
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!this.#isClient(form, authorization)) json(response, 401, { error: 'invalid_client' });
    else if (!grant || grant.redirectUri !== form.get('redirect_uri') || grant.challenge !== challenge)
      json(response, 400, { error: 'invalid_grant' });
    else json(response, 200, this.#tokens(grant.nonce));
  }

  #tokens(nonce: string | null): object {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      sub: 'subject-1',
      aud: this.#client.id,
      iat: now,
      exp: now + 300,
      nonce,
      preferred_username: 'zhang.wei',
      name: '张伟',
      ...this.behaviour.claims,
    };
    const signer = this.behaviour.forge ? otherKey : key;
    const token = { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300 };
    return { ...token, id_token: signed(claims, signer.privateKey) };
  }

  #isClient(form: URLSearchParams, header: string | undefined): boolean {
    const { id, secret } = this.#client;
    this.lastAuthentication = header === undefined ? 'body' : 'header';
    if (header === undefined) return form.get('client_id') === id && form.get('client_secret') === secret;
    // RFC 6749, 2.3.1: both are form-encoded before they are joined.
    const given = Buffer.from(header.replace('Basic ', ''), 'base64').toString().split(':');
    const decoded = given.map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    return decoded.length === 2 && decoded[0] === id && decoded[1] === secret;
  }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** A JWS in compact form, RS256. */
function signed(claims: object, by: KeyObject): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'RS256', kid: KEY, typ: 'JWT' })}.${encode(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(by, 'base64url')}`;
}

function json(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
