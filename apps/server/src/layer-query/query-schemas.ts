import { Type } from 'typebox';
import { Area, ArealDocument, BoxDocument, FeatureId, ValueDocument } from '../features/feature-schemas.ts';

/** Which features are meant. */
export const ConditionsBody = {
  filter: Type.Optional(Type.String({ maxLength: 8000, description: 'CQL2 文本，坐标为经度、纬度' })),
  place: Type.Optional(ArealDocument),
  relation: Type.Optional(
    Type.Union([Type.Literal('intersects'), Type.Literal('within')], {
      description: '与 place 相交（默认，边界相接也算）或完全在内',
    }),
  ),
};

const Field = Type.String({ maxLength: 64 });

export const QueryBody = Type.Object({
  ...ConditionsBody,
  sort: Type.Optional(
    Type.Object(
      { field: Field, descending: Type.Optional(Type.Boolean()) },
      { description: '文字按编码排序；空值总在最后' },
    ),
  ),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 })),
  limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: '默认 100' })),
  fields: Type.Optional(Type.Array(Field, { maxItems: 200, description: '要哪些字段；默认全部' })),
  ids: Type.Optional(Type.Boolean({ description: '是否给出全部结果的编号' })),
});

export const HitPageDocument = Type.Object({
  total: Type.Integer({ description: '全部结果的个数' }),
  area: Type.Number({ description: '全部结果的椭球面积，平方米，两位小数' }),
  fields: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(ValueDocument), { description: '这一页，按 fields 的顺序' }),
  ids: Type.Array(FeatureId, { description: '这一页各行的编号' }),
  boxes: Type.Array(BoxDocument, { description: '这一页各行的范围' }),
  areas: Type.Array(Area, { description: '这一页各行的面积' }),
  all: Type.Optional(
    Type.Array(Type.Integer(), { description: '全部结果的编号，按排序；超过 500000 个时只有前 500000 个' }),
  ),
});

export const ShapesBody = Type.Object({
  ids: Type.Array(Type.Integer({ minimum: 1, maximum: 2 ** 32 - 1 }), { maxItems: 2000 }),
});
