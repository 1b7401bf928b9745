import { answer, parameter, refusals } from './references.ts';

const contentCrs = {
  'Content-Crs': { description: '几何的坐标系', schema: { type: 'string' }, required: true },
};
const security = [{ token: [] }, { basic: [] }, { session: [] }];

function get(operationId: string, summary: string, tag: string, rest: object): object {
  return { get: { operationId, summary, tags: [tag], ...rest } };
}

/** Resources of OGC API – Features, for the OpenAPI document. */
export const featuresPaths = {
  '/': get('getLandingPage', '首页', '服务', {
    parameters: [parameter('f')],
    responses: { 200: answer('首页', 'application/json', 'landingPage'), ...refusals },
  }),
  '/conformance': get('getConformanceDeclaration', '符合的标准', '服务', {
    parameters: [parameter('f')],
    responses: { 200: answer('符合的标准', 'application/json', 'conformance'), ...refusals },
  }),
  '/collections': get('getCollections', '可以读取的数据集', '数据', {
    security,
    parameters: [parameter('f')],
    responses: { 200: answer('数据集', 'application/json', 'collections'), ...refusals },
  }),
  '/collections/{collectionId}': get('describeCollection', '一个数据集', '数据', {
    security,
    parameters: [parameter('collectionId'), parameter('f')],
    responses: { 200: answer('数据集', 'application/json', 'collection'), ...refusals },
  }),
  '/collections/{collectionId}/queryables': get('getQueryables', '过滤条件中可用的属性', '数据', {
    security,
    parameters: [parameter('collectionId'), parameter('f')],
    responses: { 200: answer('JSON Schema', 'application/schema+json', 'queryables'), ...refusals },
  }),
  '/collections/{collectionId}/items': get('getFeatures', '要素', '数据', {
    security,
    parameters: [
      'collectionId',
      'limit',
      'offset',
      'bbox',
      'bbox-crs',
      'datetime',
      'version',
      'crs',
      'filter',
      'filter-lang',
      'filter-crs',
      'attributes',
      'properties',
      'skipGeometry',
      'f',
    ].map(parameter),
    responses: {
      200: answer('要素', 'application/geo+json', 'featureCollection', contentCrs),
      ...refusals,
    },
  }),
  '/collections/{collectionId}/items/{featureId}': get('getFeature', '一个要素', '数据', {
    security,
    parameters: ['collectionId', 'featureId', 'datetime', 'version', 'crs', 'f'].map(parameter),
    responses: { 200: answer('要素', 'application/geo+json', 'feature', contentCrs), ...refusals },
  }),
};
