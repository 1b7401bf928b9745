import type { FastifyRequest } from 'fastify';

/** Where clients reach the OGC API: `https://host/ogc`. */
export function baseOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}/ogc`;
}

/** The address that was asked, with some parameters changed; those that are undefined are taken out. */
export function addressWith(
  request: FastifyRequest,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const url = new URL(request.url, baseOf(request));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.href;
}

/** Where a collection is. */
export function addressOf(base: string, id: string): string {
  return `${base}/collections/${encodeURIComponent(id)}`;
}
