import { MAX_ZOOM } from '@tuheng/tiles';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { isUnchanged } from '../http/conditional.ts';
import { chosenLayers } from '../plans/chosen-layers.ts';
import { LayerCodes, PlanCode, Which, whichOf } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';
import { styleDocument } from '../styles/style-document.ts';
import { sendTile } from './send-tile.ts';
import { tileJson } from './tile-json.ts';

const access = { verb: 'plan.read', on: 'plan' } as const;
const One = { plan: PlanCode, version: Which };
const Ordinate = (most: number, description: string) =>
  Type.Integer({ minimum: 0, maximum: most, description });

/** Vector tiles of a version, and what a map needs to draw them. */
export function tileRoutes(app: App, { versions, tiles }: Services): void {
  app.get(
    '/api/v1/plans/:plan/versions/:version/tiles/:layers',
    {
      config: { access },
      schema: {
        tags: ['瓦片'],
        summary: 'TileJSON：矢量瓦片的地址、范围和字段',
        params: Type.Object({ ...One, layers: LayerCodes }),
        response: { 200: Type.Unknown(), ...problems },
      },
    },
    async (request, reply) => {
      const { plan, version, layers } = request.params;
      const found = await versions.find(plan, whichOf(version));
      if (isUnchanged(request, reply, found)) return reply;
      const path = `/api/v1/plans/${encodeURIComponent(plan)}/versions/${found.number}/tiles/${layers}`;
      const chosen = chosenLayers(found, layers, await versions.layers(found));
      return tileJson(found, chosen, `${request.protocol}://${request.host}${path}/{z}/{x}/{y}.mvt`);
    },
  );
  app.get(
    '/api/v1/plans/:plan/versions/:version/tiles/:layers/:z/:x/:y.mvt',
    {
      config: { access },
      schema: {
        tags: ['瓦片'],
        summary: '一块矢量瓦片（Mapbox Vector Tile 2.1，Web 墨卡托）；没有内容时 204',
        description:
          '图层 tuheng 说明每个图层在这块瓦片中是否完整（exact）、有多少图斑因太小由小方块代表（stood_for）或没有画出（left_out）。',
        params: Type.Object({
          ...One,
          layers: LayerCodes,
          z: Ordinate(MAX_ZOOM, '缩放级别'),
          x: Ordinate(2 ** MAX_ZOOM, '列'),
          y: Ordinate(2 ** MAX_ZOOM, '行，从北向南'),
        }),
        produces: ['application/vnd.mapbox-vector-tile'],
      },
    },
    async (request, reply) => {
      const { plan, version, layers, ...address } = request.params;
      const found = await versions.find(plan, whichOf(version));
      if (isUnchanged(request, reply, found)) return reply;
      const codes = chosenLayers(found, layers, await versions.layers(found)).map(({ code }) => code);
      return sendTile(request, reply, await tiles.tile(found, codes, address));
    },
  );
  app.get(
    '/api/v1/plans/:plan/versions/:version/style',
    {
      config: { access },
      schema: {
        tags: ['瓦片'],
        summary: 'MapLibre 样式，用地用海分类按制图规范的颜色',
        params: Type.Object(One),
        response: { 200: Type.Unknown(), ...problems },
      },
    },
    async (request, reply) => {
      const { plan, version } = request.params;
      const found = await versions.find(plan, whichOf(version));
      if (isUnchanged(request, reply, found)) return reply;
      const path = `/api/v1/plans/${encodeURIComponent(plan)}/versions/${found.number}/tiles/all`;
      return styleDocument(
        `${plan} 第 ${found.number} 版`,
        await versions.layers(found),
        `${request.protocol}://${request.host}${path}`,
      );
    },
  );
}
