import { Type } from 'typebox';
import type { App } from '../app.ts';
import { featureCollectionOf } from '../features/feature-schemas.ts';
import { rowsOfIds } from '../features/rows-of-ids.ts';
import { featureCollection } from '../geojson/feature-collection.ts';
import { sendPieces } from '../geojson/send-pieces.ts';
import { problems } from '../http/answers.ts';
import { sendJson } from '../http/send-json.ts';
import { CRS84 } from '../place/ogc-crs.ts';
import { LayerCode, PlanCode, Which, whichOf } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';
import { hitPage } from './hit-page.ts';
import { HitPageDocument, QueryBody, ShapesBody } from './query-schemas.ts';

/** Bytes: a place may have many vertices. */
const BODY = 12 * 1024 * 1024;

/** Features of a layer by attributes and by place, as a table; and their shapes by number. */
export function layerQueryRoutes(app: App, { versions, hits }: Services): void {
  const config = { access: { verb: 'plan.read', on: 'plan' } } as const;
  const params = Type.Object({ plan: PlanCode, version: Which, layer: LayerCode });
  app.post(
    '/api/v1/plans/:plan/versions/:version/layers/:layer/query',
    {
      config,
      bodyLimit: BODY,
      schema: {
        tags: ['成果数据'],
        summary: '按属性和位置查询一个图层，一页一页地给出表格',
        params,
        body: QueryBody,
        response: { 200: HitPageDocument, ...problems },
      },
    },
    async (
      { params: { plan, version, layer }, body: { sort, offset, limit, fields, ids, ...where } },
      reply,
    ) => {
      const held = await versions.layer(await versions.find(plan, whichOf(version)), layer);
      const found = await hits.find(held, where, sort);
      return sendJson(reply, await hitPage(held, found, { offset, limit, fields, ids }));
    },
  );
  app.post(
    '/api/v1/plans/:plan/versions/:version/layers/:layer/shapes',
    {
      config,
      schema: {
        tags: ['成果数据'],
        summary: '一些要素的图形，按编号',
        description: '图层中没有的编号不在结果中。',
        params,
        body: ShapesBody,
        response: { 200: featureCollectionOf({}), ...problems },
      },
    },
    async ({ params: { plan, version, layer }, body: { ids } }, reply) => {
      const held = await versions.layer(await versions.find(plan, whichOf(version)), layer);
      const rows = rowsOfIds(held, new Set(ids));
      const form = { crs: CRS84, properties: [] };
      return sendPieces(
        reply.type('application/geo+json'),
        featureCollection({}, [{ numbered: held, rows }], form),
      );
    },
  );
}
