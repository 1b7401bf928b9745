import { basename } from 'node:path';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { sendFile } from '../files/send-file.ts';
import { problems } from '../http/answers.ts';
import { settledWithin } from '../http/settled-within.ts';
import { PlanCode, Which, whichOf } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';
import { type ExportFormat, exportFormats } from './export-format.ts';

/** Versions, or some layers of them, as files. */
export function exportRoutes(app: App, { versions, exports }: Services): void {
  app.get(
    '/api/v1/plans/:plan/versions/:version/export',
    {
      config: { access: { verb: 'plan.read', on: 'plan' } },
      schema: {
        tags: ['成果数据'],
        summary: '下载一个版本：gpkg、gdb（zip）、geojson（多个图层为 zip）或属性表 xlsx',
        description: '大的版本先回答 202 和 Retry-After，文件正在写出；过后再取同一地址。',
        params: Type.Object({ plan: PlanCode, version: Which }),
        querystring: Type.Object({
          format: Type.Unsafe<ExportFormat>({ type: 'string', enum: exportFormats, default: 'gpkg' }),
          layers: Type.Optional(
            Type.String({ pattern: '^[A-Za-z0-9_]+(,[A-Za-z0-9_]+)*$', description: '图层代码，逗号分隔' }),
          ),
        }),
        response: { 202: Type.Object({ state: Type.Literal('writing') }), ...problems },
      },
    },
    async (request, reply) => {
      const { plan, version: which } = request.params;
      const { format, layers } = request.query;
      const version = await versions.find(plan, whichOf(which));
      const codes = layers === undefined ? undefined : [...new Set(layers.split(','))].sort();
      const path = await settledWithin(exports.fileOf({ version, format, ...(codes && { layers: codes }) }));
      if (path !== undefined) return sendFile(reply, path, basename(path));
      return reply.code(202).header('retry-after', 5).send({ state: 'writing' });
    },
  );
}
