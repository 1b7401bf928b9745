import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FastifyReply } from 'fastify';
import { Problem } from '../problems/problem.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.gpkg': 'application/geopackage+sqlite3',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};

/**
 * Answers with a file, as a download where nothing else is said. Whoever deletes it meanwhile does not cut the answer short.
 *
 * @param name that the client is told
 * @throws Problem server.no-file
 */
export async function sendFile(
  reply: FastifyReply,
  path: string,
  name: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): Promise<FastifyReply> {
  const file = await open(path).catch((cause: unknown) => {
    throw new Problem('server.no-file', { detail: name, cause });
  });
  const { size } = await file.stat();
  return reply
    .type(types[extname(name).toLowerCase()] ?? 'application/octet-stream')
    .header('content-length', size)
    .header('content-disposition', dispositionOf(disposition, name))
    .send(file.createReadStream());
}

/** RFC 6266: the name in UTF-8, and in letters of ASCII for clients that know nothing else. */
function dispositionOf(disposition: string, name: string): string {
  const ascii = name.replaceAll(/[^A-Za-z0-9._-]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
