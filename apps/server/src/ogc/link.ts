/** A link of OGC API (RFC 8288 in JSON). */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
  /** A template of an address (RFC 6570), not an address. */
  readonly templated?: true;
}

export const mediaTypes = {
  json: 'application/json',
  html: 'text/html',
  geojson: 'application/geo+json',
  schema: 'application/schema+json',
  openapi30: 'application/vnd.oai.openapi+json;version=3.0',
  openapi31: 'application/vnd.oai.openapi+json;version=3.1',
} as const;

/** Links of a resource to itself and to its other form. */
export function selfLinks(
  { href, form }: { readonly href: (form: 'json' | 'html') => string; readonly form: 'json' | 'html' },
  jsonType: string = mediaTypes.json,
): Link[] {
  const json = { href: href('json'), type: jsonType, title: 'JSON' };
  const page = { href: href('html'), type: mediaTypes.html, title: '网页' };
  const [self, other] = form === 'json' ? [json, page] : [page, json];
  return [
    { ...self, rel: 'self' },
    { ...other, rel: 'alternate' },
  ];
}
