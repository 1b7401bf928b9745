import { layerSpec } from '@tuheng/standard';
import type { LayerTotal, PlanSummary, PlanVersion, VersionDifference } from '@tuheng/store';
import { type Static, Type } from 'typebox';
import { pieceFieldTitles } from '../desk/piece-fields.ts';
import { nullable, Timestamp } from '../http/answers.ts';

export const PlanCode = Type.String({ minLength: 1, maxLength: 64, description: '规划代码' });

/** A number, or a day in China (the version in force at its end), or `head`, the version in force. */
export const Which = Type.String({
  pattern: '^(head|[1-9][0-9]{0,8}|[0-9]{4}-[0-9]{2}-[0-9]{2})$',
  description: '版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本）',
});

/** Codes of layers with commas between, or `all`. */
export const LayerCodes = Type.String({
  pattern: '^(all|[A-Z][A-Z0-9]*(,[A-Z][A-Z0-9]*)*)$',
  maxLength: 400,
  description: '图层代码，多个用逗号分隔；all 为全部图层',
});

export const LayerCode = Type.String({
  pattern: '^[A-Z][A-Z0-9]*$',
  maxLength: 64,
  description: '图层代码',
});

/** As the store's `findVersion` takes it. */
export function whichOf(which: string): number | string | undefined {
  return which === 'head' ? undefined : which.includes('-') ? which : Number(which);
}

export const Version = Type.Object({
  number: Type.Integer({ description: '版本号' }),
  kind: Type.Union([Type.Literal('import'), Type.Literal('publish'), Type.Literal('rollback')]),
  origin: nullable(Type.Integer({ description: '发布：审查所依据的版本；回退：恢复的版本' })),
  review: nullable(Type.String({ description: '发布所依据的审查' })),
  content: Type.String({ description: '内容的哈希' }),
  features: Type.Integer({ description: '要素个数' }),
  opened: Type.Integer({ description: '新增的要素个数' }),
  ended: Type.Integer({ description: '终止的要素个数' }),
  publishedAt: Timestamp,
  actor: Type.String({ description: '发布人' }),
  reason: Type.String({ description: '理由' }),
});

export function versionOf(version: PlanVersion): Static<typeof Version> {
  const { plan: _, code: __, ...rest } = version;
  return rest;
}

export const PlanDocument = Type.Object({
  code: Type.String({ description: '规划代码' }),
  name: Type.String({ description: '名称' }),
  region: Type.String({ description: '行政区代码' }),
  head: Version,
});

export function planOf({ code, name, region, head }: PlanSummary): Static<typeof PlanDocument> {
  return { code, name, region, head: versionOf(head) };
}

export const LayerDocument = Type.Object({
  code: Type.String({ description: '图层代码' }),
  title: Type.String({ description: '图层名称' }),
  epsg: Type.Integer({ description: '坐标系的 EPSG 代码' }),
  features: Type.Integer({ description: '要素个数' }),
  fields: Type.Array(
    Type.Object({
      name: Type.String(),
      title: nullable(Type.String({ description: '字段名称' })),
      kind: Type.Union([Type.Literal('text'), Type.Literal('number')]),
    }),
  ),
});

export function layerOf({ code, epsg, features, fields }: LayerTotal): Static<typeof LayerDocument> {
  const spec = layerSpec(code);
  const titles = new Map(spec?.fields.map(({ name, title }) => [name, title]));
  return {
    code,
    title: spec?.title ?? code,
    epsg,
    features,
    fields: fields.map(([name, kind]) => ({
      name,
      title: titles.get(name) ?? pieceFieldTitles.get(name) ?? null,
      kind,
    })),
  };
}

export const Difference = Type.Object({
  from: Version,
  to: Version,
  layers: Type.Array(
    Type.Object({
      code: Type.String({ description: '图层代码' }),
      title: Type.String({ description: '图层名称' }),
      ended: Type.Integer({ description: '只在旧版本中的要素个数' }),
      opened: Type.Integer({ description: '只在新版本中的要素个数' }),
      endedArea: Type.Number({ description: '前者的椭球面积，平方米' }),
      openedArea: Type.Number({ description: '后者的椭球面积，平方米' }),
    }),
  ),
});

export function differenceOf({ from, to, layers }: VersionDifference): Static<typeof Difference> {
  return {
    from: versionOf(from),
    to: versionOf(to),
    layers: layers.map(({ code, ended, opened, endedArea, openedArea }) => ({
      code,
      title: layerSpec(code)?.title ?? code,
      ended: ended.ids.length,
      opened: opened.ids.length,
      endedArea,
      openedArea,
    })),
  };
}
