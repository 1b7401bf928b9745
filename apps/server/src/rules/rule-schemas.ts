import type { Confidence, RuleBookId } from '@tuheng/standard';
import { type Static, Type } from 'typebox';
import { nullable, Timestamp } from '../http/answers.ts';

const confidences: readonly Confidence[] = [
  'found',
  'memory-high',
  'memory-medium',
  'memory-low',
  'derived',
  'suggestion',
  'none',
];

const bookIds: readonly RuleBookId[] = ['review', 'inspection'];

export const Adcode = Type.String({
  pattern: '^([0-9]{6}|[0-9]{9})$',
  description: '行政区代码',
  examples: ['230882'],
});
export const BookId = Type.Unsafe<RuleBookId>({
  type: 'string',
  enum: bookIds,
  description: '规则库：review 维护审查，inspection 数据质检',
});
export const ConfidenceName = Type.Unsafe<Confidence>({
  type: 'string',
  enum: confidences,
  description: '可信程度；found、memory-high 为已核实',
});

export const RegionName = Type.Object({ adcode: Adcode, name: Type.String({ description: '名称' }) });

export const NumberOrWord = Type.Union([Type.Number(), Type.String()]);
const ParameterValue = Type.Union([NumberOrWord, Type.Array(Type.String())]);

/** A value that a region set. */
export const SettingDocument = Type.Object({
  region: RegionName,
  value: NumberOrWord,
  source: Type.String({ description: '出处；没有写明时为空' }),
  confidence: ConfidenceName,
  reason: Type.String({ description: '理由' }),
  by: Type.String({ description: '谁' }),
  at: Timestamp,
});

export const ParameterDocument = Type.Object({
  name: Type.String({ description: '参数' }),
  title: Type.String({ description: '名称' }),
  value: ParameterValue,
  unit: Type.String({ description: '单位；文字和列表为空' }),
  source: Type.String({ description: '出处' }),
  confidence: ConfidenceName,
  verified: Type.Boolean({ description: '是否已核实：未核实的参数可以使规则不通过，不能使它通过' }),
  form: Type.Object(
    {
      kind: Type.Union([
        Type.Literal('number'),
        Type.Literal('layer'),
        Type.Literal('text'),
        Type.Literal('statement'),
        Type.Literal('list'),
      ]),
      least: Type.Optional(Type.Number()),
      most: Type.Optional(Type.Number()),
      whole: Type.Optional(Type.Boolean()),
    },
    {
      description:
        '可以设定成什么：number 在 least 到 most 之间的数（whole 为整数），layer 图层代码，text 规则读取的文字，statement 只能注明出处予以确认，list 不能设定',
    },
  ),
  default: Type.Object(
    { value: ParameterValue, source: Type.String(), confidence: ConfidenceName, verified: Type.Boolean() },
    { description: '规则自带的值' },
  ),
  set: nullable(SettingDocument),
  overrides: Type.Array(SettingDocument, { description: '被它取代的上级设定，由近及远' }),
});
export type ParameterDocument = Static<typeof ParameterDocument>;

export const RuleDocument = Type.Object({
  id: Type.String({ description: '规则' }),
  title: Type.String({ description: '名称' }),
  description: nullable(Type.String({ description: '检查什么、怎样检查' })),
  category: nullable(Type.String({ description: '类别' })),
  categoryTitle: nullable(Type.String({ description: '类别的名称' })),
  severity: nullable(Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')])),
  layers: Type.Array(Type.String(), { description: '读取的图层；质检规则按图层各自适用，为空' }),
  basis: Type.Array(
    Type.Object({
      document: Type.String({ description: '文件' }),
      article: nullable(Type.String({ description: '条款' })),
      source: Type.String({ description: '出处' }),
      confidence: ConfidenceName,
      verified: Type.Boolean(),
    }),
  ),
  parameters: Type.Array(ParameterDocument),
  off: nullable(Type.Object({ reason: Type.String({ description: '不执行的理由' }) })),
});
export type RuleDocument = Static<typeof RuleDocument>;

export const BookDocument = Type.Object({
  id: BookId,
  title: Type.String({ description: '名称' }),
  version: Type.String({ description: '规则含义的版本' }),
  digest: Type.String({
    description: 'SHA-256；与 review.json、inspection.json 的 ruleBook.digest 相同',
  }),
  rules: Type.Array(RuleDocument),
});
export type BookDocument = Static<typeof BookDocument>;

export const RulesDocument = Type.Object({
  region: nullable(RegionName),
  books: Type.Array(BookDocument),
  digest: Type.String({ description: '两个规则库合起来的 SHA-256' }),
});
