import { addressOf } from './address.ts';
import { mediaTypes } from './link.ts';
import type { OgcPart } from './ogc-part.ts';
import { featuresParameters } from './openapi/features-parameters.ts';
import { featuresPaths } from './openapi/features-paths.ts';
import { featuresSchemas } from './openapi/features-schemas.ts';

const queryables = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';

/** OGC API – Features: Part 1 (17-069r4), Part 2 (18-058r1), Part 3 (19-079r2), and of CQL2 (21-065r2) what is answered here. */
export const featuresPart: OgcPart = {
  conformance: [
    ...['core', 'oas30', 'html', 'geojson'].map(
      (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
    ),
    'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
    ...['queryables', 'queryables-query-parameters', 'filter', 'features-filter'].map(
      (name) => `http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/${name}`,
    ),
    ...[
      'cql2-text',
      'basic-cql2',
      'advanced-comparison-operators',
      'case-insensitive-comparison',
      'basic-spatial-functions',
    ].map((name) => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`),
  ],
  links: (base) => [
    { href: `${base}/collections?f=json`, rel: 'data', type: mediaTypes.json, title: '数据集' },
    { href: `${base}/collections?f=html`, rel: 'data', type: mediaTypes.html, title: '数据集（网页）' },
  ],
  collectionLinks: (base, { id }) => {
    const own = addressOf(base, id);
    return [
      { href: `${own}/items?f=json`, rel: 'items', type: mediaTypes.geojson, title: '要素' },
      { href: `${own}/items?f=html`, rel: 'items', type: mediaTypes.html, title: '要素（网页）' },
      { href: `${own}/queryables?f=json`, rel: queryables, type: mediaTypes.schema, title: '可查询的属性' },
      {
        href: `${own}/queryables?f=html`,
        rel: queryables,
        type: mediaTypes.html,
        title: '可查询的属性（网页）',
      },
    ];
  },
  paths: featuresPaths,
  parameters: featuresParameters,
  schemas: featuresSchemas,
};
