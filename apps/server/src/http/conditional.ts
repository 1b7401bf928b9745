import { hash } from 'node:crypto';
import type { PlanVersion } from '@tuheng/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LayerSource } from '../held-versions/layer-source.ts';

/**
 * Puts a tag on an answer that follows from a version, or from other layers that never change, and from the address alone, and answers 304 where the client has it already
 * (RFC 9110, 13.1.2). Nothing has to be computed for that. A rollback holds what an older version held under another number, which answers tell:
 * both make the tag.
 *
 * @returns whether the reply has been sent
 */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  from: Pick<PlanVersion, 'content' | 'number'> | Pick<LayerSource, 'content' | 'key'>,
): boolean {
  const tag = `"${hash('sha256', `${from.content} ${'number' in from ? from.number : from.key} ${request.headers.accept ?? ''} ${request.url}`, 'base64url').slice(0, 22)}"`;
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
