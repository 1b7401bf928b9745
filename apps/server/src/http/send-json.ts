import type { FastifyReply } from 'fastify';

/**
 * Answers with a document as it is. The schema of the route tells what it looks like; it is not put through it value by value, which takes longer than
 * finding it where it is a page of a table or a geometry.
 */
export function sendJson(reply: FastifyReply, document: object): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(Buffer.from(JSON.stringify(document)));
}
