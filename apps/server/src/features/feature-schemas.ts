import type { Box } from '@tuheng/geometry';
import { Type } from 'typebox';
import type { Value } from './value-at.ts';

/** An attribute. Written as a list of types: a union is tried type by type, which takes long for a page of a table. */
export const ValueDocument = Type.Unsafe<Value>({ type: ['string', 'number', 'null'] });

export const FeatureId = Type.Integer({ description: '要素编号，与瓦片和 OGC API 中的一致' });

export const Area = Type.Number({ description: '国家椭球面积，平方米，两位小数' });

/** West, south, east, north; null for a feature without a place. */
export const BoxDocument = Type.Unsafe<Box | null>({
  type: ['array', 'null'],
  items: { type: 'number' },
  description: '西、南、东、北，度（CGCS2000）；没有几何时为 null',
});

/** Positions may carry a height, which is passed over. */
const Position = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 });
const Ring = Type.Array(Position, { minItems: 4 });
const Rings = Type.Array(Ring, { minItems: 1 });

/** GeoJSON in longitude and latitude (CGCS2000). */
export const ArealDocument = Type.Union(
  [
    Type.Object({ type: Type.Literal('Polygon'), coordinates: Rings }),
    Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Rings, { minItems: 1 }) }),
  ],
  { description: 'GeoJSON，经度、纬度（CGCS2000）' },
);

/** For the OpenAPI document: the answer is written piece by piece. */
export function featureCollectionOf(
  properties: Readonly<Record<string, object>>,
  more: Readonly<Record<string, object>> = {},
) {
  return {
    description: 'GeoJSON，经度、纬度（CGCS2000）',
    content: {
      'application/geo+json': {
        schema: {
          type: 'object',
          required: ['type', 'features', ...Object.keys(more)],
          properties: {
            type: { type: 'string', const: 'FeatureCollection' },
            ...more,
            features: {
              type: 'array',
              items: {
                type: 'object',
                required: ['type', 'id', 'geometry', 'properties'],
                properties: {
                  type: { type: 'string', const: 'Feature' },
                  id: FeatureId,
                  geometry: { ...ArealDocument, anyOf: [...ArealDocument.anyOf, { type: 'null' }] },
                  properties: { type: 'object', required: Object.keys(properties), properties },
                },
              },
            },
          },
        },
      },
    },
  } as const;
}
