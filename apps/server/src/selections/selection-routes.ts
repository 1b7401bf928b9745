import { basename } from 'node:path';
import type { PlanVersion } from '@tuheng/store';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { type ExportFormat, exportFormats } from '../exports/export-format.ts';
import { sendFile } from '../files/send-file.ts';
import { problems } from '../http/answers.ts';
import { settledWithin } from '../http/settled-within.ts';
import { rowsWhere } from '../layer-query/hits.ts';
import { ConditionsBody } from '../layer-query/query-schemas.ts';
import { LayerCode, PlanCode, Which, whichOf } from '../plans/plan-schemas.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { type SelectionSource, selectionFile, writtenAs } from './selection-file.ts';

/** Bytes: a place may have many vertices. */
const BODY = 12 * 1024 * 1024;

const Format = Type.Unsafe<ExportFormat>({ type: 'string', enum: exportFormats });

/** Features of a layer that meet some conditions, as a file. */
export function selectionRoutes(app: App, { versions, files }: Services): void {
  const config = { access: { verb: 'plan.read', on: 'plan' } } as const;
  const One = { plan: PlanCode, version: Which, layer: LayerCode };
  app.post(
    '/api/v1/plans/:plan/versions/:version/layers/:layer/selection',
    {
      config,
      bodyLimit: BODY,
      schema: {
        tags: ['成果数据'],
        summary: '把查询到的要素写成文件：gpkg、gdb（zip）、geojson 或属性表 xlsx',
        description: '坐标系和字段与整个版本的导出相同。文件从 href 取，不用后保留一天。',
        params: Type.Object(One),
        body: Type.Object({ ...ConditionsBody, format: Format }),
        response: {
          201: Type.Object({
            name: Type.String({ description: '文件名' }),
            href: Type.String({ description: '下载地址' }),
            features: Type.Integer({ description: '要素个数' }),
          }),
          ...problems,
        },
      },
    },
    async ({ params: { plan, version: which, layer }, body: { format, ...where } }, reply) => {
      const version = await versions.find(plan, whichOf(which));
      const held = await versions.layer(version, layer);
      const rows = await rowsWhere(held, where);
      if (rows.length === 0) throw new Problem('server.nothing-selected', { detail: layer });
      const file = selectionFile(sourceOf(version, layer), held, rows, format);
      // What takes longer is waited for by the download.
      await settledWithin(files.fileOf(file));
      const layerPath = `/api/v1/plans/${encodeURIComponent(plan)}/versions/${version.number}/layers/${layer}`;
      const href = `${layerPath}/selection/${file.number}?format=${format}`;
      return reply.code(201).send({ name: file.name, href, features: rows.length });
    },
  );
  app.get(
    '/api/v1/plans/:plan/versions/:version/layers/:layer/selection/:selection',
    {
      config,
      schema: {
        tags: ['成果数据'],
        summary: '下载写好的要素；还在写出时回答 202 和 Retry-After',
        params: Type.Object({ ...One, selection: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
        querystring: Type.Object({ format: Format }),
        response: { 202: Type.Object({ state: Type.Literal('writing') }), ...problems },
      },
    },
    async ({ params: { plan, version: which, layer, selection }, query: { format } }, reply) => {
      const version = await versions.find(plan, whichOf(which));
      const wanted = writtenAs(sourceOf(version, layer), selection, format);
      const found = files.find(wanted).then((path) => {
        if (path === undefined) throw new Problem('server.no-file', { detail: wanted.name });
        return path;
      });
      const path = await settledWithin(found);
      if (path !== undefined) return sendFile(reply, path, basename(path));
      return reply.code(202).header('retry-after', 5).send({ state: 'writing' });
    },
  );
}

function sourceOf({ code, number, content }: PlanVersion, layer: string): SelectionSource {
  return { key: JSON.stringify([code, number, content]), stem: `${code}-v${number}`, layer };
}
