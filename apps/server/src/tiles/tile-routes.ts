import { MAX_ZOOM, type TileAddress } from '@tuheng/tiles';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { isUnchanged } from '../http/conditional.ts';
import type { LayerPlace } from '../layers/layer-place.ts';
import { LayerCodes } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';
import { styleDocument } from '../styles/style-document.ts';
import { sendTile } from './send-tile.ts';
import { tileJson } from './tile-json.ts';

const Ordinate = (most: number, description: string) =>
  Type.Integer({ minimum: 0, maximum: most, description });
const hostOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

/** Vector tiles of the layers of a place, and what a map needs to draw them. */
export function tileRoutes(
  app: App,
  { layers, tiles }: Services,
  { path, params, access, title, find }: LayerPlace,
): void {
  app.get(
    `${path}/tiles/:layers`,
    {
      config: { access },
      schema: {
        tags: ['瓦片'],
        summary: `TileJSON：${title}的矢量瓦片的地址、范围和字段`,
        params: Type.Object({ ...params, layers: LayerCodes }),
        response: { 200: Type.Unknown(), ...problems },
      },
    },
    async (request, reply) => {
      const found = await find(request);
      if (isUnchanged(request, reply, found.source)) return reply;
      const { layers: asked } = request.params as { layers: string };
      const template = `${hostOf(request)}${found.path}/tiles/${asked}/{z}/{x}/{y}.mvt`;
      return tileJson(found, await layers.chosen(found.source, asked), template);
    },
  );
  app.get(
    `${path}/tiles/:layers/:z/:x/:y.mvt`,
    {
      config: { access },
      schema: {
        tags: ['瓦片'],
        summary: `${title}的一块矢量瓦片（Mapbox Vector Tile 2.1，Web 墨卡托）；没有内容时 204`,
        description:
          '图层 tuheng 说明每个图层在这块瓦片中是否完整（exact）、有多少图斑因太小由小方块代表（stood_for）或没有画出（left_out）。',
        params: Type.Object({
          ...params,
          layers: LayerCodes,
          z: Ordinate(MAX_ZOOM, '缩放级别'),
          x: Ordinate(2 ** MAX_ZOOM, '列'),
          y: Ordinate(2 ** MAX_ZOOM, '行，从北向南'),
        }),
        produces: ['application/vnd.mapbox-vector-tile'],
      },
    },
    async (request, reply) => {
      const { source } = await find(request);
      if (isUnchanged(request, reply, source)) return reply;
      const { layers: asked, z, x, y } = request.params as TileAddress & { layers: string };
      const codes = (await layers.chosen(source, asked)).map(({ code }) => code);
      return sendTile(request, reply, await tiles.tile(source, codes, { z, x, y }));
    },
  );
  app.get(
    `${path}/style`,
    {
      config: { access },
      schema: {
        tags: ['瓦片'],
        summary: `${title}的 MapLibre 样式，用地用海分类按制图规范的颜色`,
        params: Type.Object(params),
        response: { 200: Type.Unknown(), ...problems },
      },
    },
    async (request, reply) => {
      const { source, path: place } = await find(request);
      if (isUnchanged(request, reply, source)) return reply;
      const tileJsonAt = `${hostOf(request)}${place}/tiles/all`;
      return styleDocument(source.title, await layers.totals(source), tileJsonAt);
    },
  );
}
