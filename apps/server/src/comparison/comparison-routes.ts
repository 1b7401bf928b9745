import type { PlanVersion } from '@tuheng/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { Area, BoxDocument, FeatureId, featureCollectionOf } from '../features/feature-schemas.ts';
import { sendPieces } from '../geojson/send-pieces.ts';
import { nullable, problems } from '../http/answers.ts';
import { isUnchanged } from '../http/conditional.ts';
import { sendJson } from '../http/send-json.ts';
import { LayerCode, PlanCode, Which, whichOf } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';
import { changeShapes } from './change-shapes.ts';
import { changedFeatures } from './changed-features.ts';

/** Shapes that are answered at most. */
const MOST_SHAPES = 5000;

const Side = Type.Union([Type.Literal('ended'), Type.Literal('opened')], {
  description: '只在旧版本中（ended）或只在新版本中（opened）',
});

const Changes = Type.Object({
  total: Type.Integer({ description: '两侧要素的个数' }),
  features: Type.Array(
    Type.Object({
      id: FeatureId,
      side: Side,
      bsm: nullable(Type.String({ description: '标识码' })),
      label: nullable(Type.String({ description: '分类名称；没有分类的图层为要素的名称' })),
      code: nullable(Type.String({ description: '分类代码' })),
      area: Area,
      box: BoxDocument,
    }),
    { description: '从大到小' },
  ),
});

const Between = { from: Which, to: Type.Optional(Which) };

/** What differs between two versions of a layer, feature by feature. */
export function comparisonRoutes(app: App, { versions, changes }: Services): void {
  const config = { access: { verb: 'plan.read', on: 'plan' } } as const;
  const params = Type.Object({ plan: PlanCode, layer: LayerCode });
  app.get(
    '/api/v1/plans/:plan/compare/:layer',
    {
      config,
      schema: {
        tags: ['成果数据'],
        summary: '一个图层在两个版本之间有差别的要素',
        params,
        querystring: Type.Object({
          ...Between,
          offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 })),
          limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: '默认 100' })),
        }),
        response: { 200: Changes, ...problems },
      },
    },
    async (request, reply) => {
      const { offset = 0, limit = 100 } = request.query;
      const { plan, layer } = request.params;
      const [from, to] = await bothOf(plan, request.query);
      if (isKnown(request, reply, from, to)) return reply;
      const ranked = await changes.of(from, to, layer);
      return sendJson(reply, {
        total: ranked?.row.length ?? 0,
        features: ranked ? changedFeatures(ranked, offset, limit) : [],
      });
    },
  );
  app.get(
    '/api/v1/plans/:plan/compare/:layer/shapes',
    {
      config,
      schema: {
        tags: ['成果数据'],
        summary: '这些要素的图形，两侧在一起，最大的 5000 个',
        params,
        querystring: Type.Object(Between),
        response: {
          200: featureCollectionOf(
            { id: FeatureId, side: Side, code: nullable(Type.String({ description: '分类代码' })) },
            { leftOut: Type.Integer({ description: '没有给出的要素个数' }) },
          ),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { plan, layer } = request.params;
      const [from, to] = await bothOf(plan, request.query);
      if (isKnown(request, reply, from, to)) return reply;
      const ranked = await changes.of(from, to, layer);
      reply.type('application/geo+json');
      if (!ranked) return reply.send(Buffer.from('{"type":"FeatureCollection","leftOut":0,"features":[]}'));
      return sendPieces(reply, changeShapes(ranked, MOST_SHAPES));
    },
  );

  async function bothOf(
    plan: string,
    { from, to = 'head' }: { readonly from: string; readonly to?: string | undefined },
  ): Promise<readonly [PlanVersion, PlanVersion]> {
    return [await versions.find(plan, whichOf(from)), await versions.find(plan, whichOf(to))];
  }
}

/** Both versions make the tag. */
function isKnown(request: FastifyRequest, reply: FastifyReply, from: PlanVersion, to: PlanVersion): boolean {
  const content = `${from.content} ${from.number} ${to.content}`;
  return isUnchanged(request, reply, { content, number: to.number });
}
