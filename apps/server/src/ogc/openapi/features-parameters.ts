import { defaultLimit, mostFeatures } from '../items/items-query.ts';

const crs = { type: 'string', format: 'uri', default: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' };

function query(name: string, description: string, schema: object, extra: object = {}): object {
  return { name, in: 'query', description, required: false, schema, ...extra };
}

/** Query and path parameters of OGC API – Features, for the OpenAPI document. */
export const featuresParameters = {
  f: query('f', '回答的格式；也可用 Accept 指定', { type: 'string', enum: ['json', 'html'] }),
  collectionId: {
    name: 'collectionId',
    in: 'path',
    required: true,
    description: '数据集：规划代码.图层代码',
    schema: { type: 'string' },
    example: '230898.GHFQ',
  },
  featureId: {
    name: 'featureId',
    in: 'path',
    required: true,
    description: '要素在规划中的编号',
    schema: { type: 'integer', minimum: 1 },
  },
  limit: query('limit', '一页最多的要素个数', {
    type: 'integer',
    minimum: 1,
    maximum: mostFeatures.json,
    default: defaultLimit,
  }),
  offset: query('offset', '跳过的要素个数', { type: 'integer', minimum: 0, default: 0 }),
  bbox: query(
    'bbox',
    '与此范围有公共点的要素；坐标次序随 bbox-crs',
    {
      type: 'array',
      items: { type: 'number' },
      minItems: 4,
      maxItems: 6,
    },
    { style: 'form', explode: false },
  ),
  'bbox-crs': query('bbox-crs', 'bbox 的坐标系，须为数据集所列', crs),
  datetime: query(
    'datetime',
    '此时有效的版本：时刻（RFC 3339）、日期（北京时间该日结束时）或起止（其间最后有效的版本），一端可为 ..',
    { type: 'string' },
    { example: '2026-11-25T08:00:00Z' },
  ),
  version: query('version', '版本号，或 head（当前有效的版本）；不能与 datetime 同时给出', {
    type: 'string',
    pattern: '^(head|[1-9][0-9]{0,8})$',
    default: 'head',
  }),
  crs: query('crs', '坐标系，须为数据集所列；坐标次序按 EPSG（纬度、经度；北、东），CRS84 为经度、纬度', crs),
  filter: query('filter', '过滤条件（CQL2 文本）', { type: 'string', maxLength: 8000 }),
  'filter-lang': query('filter-lang', '过滤条件的语言', {
    type: 'string',
    enum: ['cql2-text'],
    default: 'cql2-text',
  }),
  'filter-crs': query('filter-crs', '过滤条件中坐标的坐标系，须为数据集所列', crs),
  properties: query(
    'properties',
    '只回答这些属性',
    { type: 'array', items: { type: 'string' } },
    {
      style: 'form',
      explode: false,
    },
  ),
  skipGeometry: query('skipGeometry', '不回答几何', { type: 'boolean', default: false }),
  attributes: query(
    'attributes',
    '属性等于给定的值，如 DLBM=0101；可用的属性见 queryables',
    { type: 'object', additionalProperties: { type: 'string' } },
    { style: 'form', explode: true },
  ),
};
