import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.ts';

/** Version of the protocol (https://tus.io/protocols/resumable-upload). */
const VERSION = '1.0.0';
/** Extensions of it that we know. */
const EXTENSIONS = 'creation,termination,expiration';

/** Type of a piece. */
export const PIECE = 'application/offset+octet-stream';

/** What OPTIONS tells. */
export function describeTus(reply: FastifyReply, largest: number): FastifyReply {
  return reply
    .headers({
      'tus-resumable': VERSION,
      'tus-version': VERSION,
      'tus-extension': EXTENSIONS,
      'tus-max-size': largest,
    })
    .code(204)
    .send();
}

/** Answers in the client's version of the protocol, which must be ours. @throws Problem server.tus-version */
export async function requireTus({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('tus-resumable', VERSION);
  if (headers['tus-resumable'] === VERSION) return;
  reply.header('tus-version', VERSION);
  throw new Problem('server.tus-version', { detail: String(headers['tus-resumable'] ?? '没有写') });
}

/** A count of bytes in a header. @throws Problem server.invalid-request */
export function bytesOf({ headers }: FastifyRequest, name: 'upload-length' | 'upload-offset'): number {
  const value = headers[name];
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value))
    throw new Problem('server.invalid-request', { invalid: [{ at: name, message: '应为字节数' }] });
  return Number(value);
}

/** A value of `Upload-Metadata`, which is pairs of a key and a base64 of UTF-8; undefined where it is not there. */
export function announced({ headers }: FastifyRequest, wanted: 'filename' | 'purpose'): string | undefined {
  const metadata = headers['upload-metadata'];
  if (typeof metadata !== 'string') return undefined;
  for (const pair of metadata.split(',')) {
    const [key, value = ''] = pair.trim().split(' ');
    if (key === wanted) return Buffer.from(value, 'base64').toString('utf8');
  }
  return undefined;
}
