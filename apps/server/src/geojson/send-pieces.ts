import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

/** Pieces that are sent as one body of known length. */
const AT_ONCE = 4;

/** Sends an answer made in pieces: a small one at once, a large one as fast as it is taken, others being served between two pieces. */
export function sendPieces(reply: FastifyReply, pieces: Iterator<Buffer>): FastifyReply {
  const first: Buffer[] = [];
  while (first.length < AT_ONCE) {
    const { value, done } = pieces.next();
    if (done) return reply.send(Buffer.concat(first));
    first.push(value);
  }
  return reply.send(Readable.from(paced(first, pieces), { objectMode: true, highWaterMark: 2 }));
}

async function* paced(first: readonly Buffer[], pieces: Iterator<Buffer>): AsyncGenerator<Buffer> {
  yield* first;
  for (let next = pieces.next(); !next.done; next = pieces.next()) {
    yield next.value;
    await setImmediate();
  }
}
