import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Puts a tag on an answer that follows from what a version holds and from the address alone, and answers 304 where the client has it
 * already (RFC 9110, 13.1.2). Nothing has to be computed for that.
 *
 * @param content digest of the version
 * @returns whether the reply has been sent
 */
export function isUnchanged(request: FastifyRequest, reply: FastifyReply, content: string): boolean {
  const tag = `"${hash('sha256', `${content} ${request.headers.accept ?? ''} ${request.url}`, 'base64url').slice(0, 22)}"`;
  reply
    .header('etag', tag)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept, cookie, authorization');
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  const isKnown = known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  if (isKnown) reply.code(304).send();
  return isKnown;
}
