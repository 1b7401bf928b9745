import { randomBytes } from 'node:crypto';
import type { RememberedSignOn } from '@tuheng/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

/** Milliseconds that a person may take at the provider. */
const PATIENCE = 10 * 60_000;
/** Sign-ons under way at once; those begun first go first. */
const MOST = 10_000;

/** A sign-on under way. */
export interface StartedSignOn {
  readonly remembered: RememberedSignOn;
  /** Path to which the person wanted. */
  readonly to: string;
}

/**
 * Sign-ons under way, kept in this process; the browser has only a random key to its own. It is `Lax`: the provider sends the person back from
 * another site, and a strict cookie would not come along. Each can be taken once.
 */
export class SignOnCookies {
  readonly #started = new LRUCache<string, StartedSignOn>({ max: MOST, ttl: PATIENCE });

  keep(request: FastifyRequest, reply: FastifyReply, started: StartedSignOn): void {
    const key = randomBytes(32).toString('base64url');
    this.#started.set(key, started);
    reply.setCookie(nameOf(request), key, { ...attributesOf(request), maxAge: PATIENCE / 1000 });
  }

  take(request: FastifyRequest, reply: FastifyReply): StartedSignOn | undefined {
    const key = request.cookies[nameOf(request)];
    if (key === undefined) return undefined;
    reply.clearCookie(nameOf(request), attributesOf(request));
    const started = this.#started.get(key);
    this.#started.delete(key);
    return started;
  }
}

function nameOf({ protocol }: FastifyRequest): string {
  return protocol === 'https' ? '__Host-tuheng-sign-on' : 'tuheng-sign-on';
}

function attributesOf({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: protocol === 'https' } as const;
}
