const text = { type: 'string' };
const links = { type: 'array', items: { $ref: '#/components/schemas/link' } };
const uris = { type: 'array', items: { type: 'string', format: 'uri' } };

function object(properties: Readonly<Record<string, object>>, required: readonly string[]): object {
  return { type: 'object', required, properties };
}

/** Answers of OGC API – Features, for the OpenAPI document. */
export const featuresSchemas = {
  link: object({ href: text, rel: text, type: text, title: text }, ['href', 'rel']),
  landingPage: object({ title: text, description: text, links }, ['links']),
  conformance: object({ conformsTo: uris }, ['conformsTo']),
  collections: object(
    { links, collections: { type: 'array', items: { $ref: '#/components/schemas/collection' } } },
    ['links', 'collections'],
  ),
  collection: object(
    {
      id: text,
      title: text,
      description: text,
      links,
      extent: { type: 'object' },
      itemType: text,
      crs: uris,
      storageCrs: { type: 'string', format: 'uri' },
    },
    ['id', 'links'],
  ),
  queryables: { type: 'object' },
  feature: object(
    {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'integer', description: '要素在规划中的编号' },
      geometry: { type: 'object', description: 'MultiPolygon，没有几何的为 null' },
      properties: { type: 'object' },
      links,
    },
    ['type', 'id', 'properties'],
  ),
  featureCollection: object(
    {
      type: { type: 'string', enum: ['FeatureCollection'] },
      timeStamp: { type: 'string', format: 'date-time' },
      numberMatched: { type: 'integer', minimum: 0 },
      numberReturned: { type: 'integer', minimum: 0 },
      version: { type: 'integer', minimum: 1, description: '版本号；当时没有版本的没有这一项' },
      links,
      features: { type: 'array', items: { $ref: '#/components/schemas/feature' } },
    },
    ['type', 'features'],
  ),
  problem: object(
    { type: text, title: text, status: { type: 'integer' }, detail: text, code: text, request: text },
    ['type', 'title', 'status', 'detail', 'code', 'request'],
  ),
};
