import { Type } from 'typebox';
import type { App } from '../app.ts';
import { Area, ArealDocument, FeatureId, ValueDocument } from '../features/feature-schemas.ts';
import { nullable, problems } from '../http/answers.ts';
import { isUnchanged } from '../http/conditional.ts';
import { sendJson } from '../http/send-json.ts';
import { LayerCodes, PlanCode, Which, whichOf } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';
import { identify, mayHold } from './identify.ts';

const Identified = Type.Object({
  features: Type.Array(
    Type.Object({
      layer: Type.String({ description: '图层代码' }),
      title: Type.String({ description: '图层名称' }),
      id: FeatureId,
      bsm: nullable(Type.String({ description: '标识码' })),
      attributes: Type.Record(Type.String(), ValueDocument, { description: '按图层的字段顺序' }),
      geometry: ArealDocument,
      area: Area,
    }),
  ),
});

/** What lies at a place. */
export function identifyRoutes(app: App, { versions, layers: held }: Services): void {
  app.get(
    '/api/v1/plans/:plan/versions/:version/identify',
    {
      config: { access: { verb: 'plan.read', on: 'plan' } },
      schema: {
        tags: ['成果数据'],
        summary: '一个点上各图层的要素、全部属性和图形；点在边界上时两侧的要素都算',
        params: Type.Object({ plan: PlanCode, version: Which }),
        querystring: Type.Object({
          lon: Type.Number({ minimum: -180, maximum: 180, description: '经度，度（CGCS2000）' }),
          lat: Type.Number({ minimum: -90, maximum: 90, description: '纬度，度' }),
          layers: Type.Optional(LayerCodes),
        }),
        response: { 200: Identified, ...problems },
      },
    },
    async (request, reply) => {
      const { plan, version: which } = request.params;
      const { layers = 'all', ...place } = request.query;
      const version = await versions.find(plan, whichOf(which));
      if (isUnchanged(request, reply, version)) return reply;
      const features = [];
      const source = versions.source(version);
      for (const total of await held.chosen(source, layers))
        if (mayHold(total, place))
          features.push(...(await identify(await held.layer(source, total.code), place)));
      return sendJson(reply, { features });
    },
  );
}
