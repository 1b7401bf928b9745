import { gunzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers a gzipped tile; unpacked for the rare client that cannot, 204 where nothing is there. */
export function sendTile(request: FastifyRequest, reply: FastifyReply, tile: Buffer): FastifyReply {
  if (tile.length === 0) return reply.code(204).send();
  reply.type('application/vnd.mapbox-vector-tile');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(gunzipSync(tile));
  return reply.header('content-encoding', 'gzip').send(tile);
}
