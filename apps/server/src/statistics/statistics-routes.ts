import { findPlan, type PlanVersion, StoreError } from '@tuheng/store';
import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { nullable, problems } from '../http/answers.ts';
import { isUnchanged } from '../http/conditional.ts';
import { sendJson } from '../http/send-json.ts';
import { settledWithin } from '../http/settled-within.ts';
import { LayerCode, PlanCode, Which, whichOf } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';

/** The layer of the regions: townships. */
const REGIONS = 'XZQ';

const StatisticsDocument = Type.Object({
  layer: Type.String({ description: '图层代码' }),
  title: Type.String({ description: '图层名称' }),
  version: Type.Integer({ description: '版本号' }),
  classField: nullable(Type.String({ description: '分类的字段；没有分类时为 null，图层本身为一类' })),
  classes: Type.Array(Type.Object({ code: Type.String(), title: Type.String(), colour: Type.String() })),
  regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  areas: Type.Array(Type.Array(Type.Number()), {
    description: '椭球面积，平方米，两位小数；先按区域，再按分类',
  }),
  features: Type.Array(Type.Array(Type.Integer()), {
    description: '要素个数；跨界的要素在两侧都计',
  }),
  outside: Type.Array(Type.Number(), { description: '不在任何区域内的面积，按分类' }),
  total: Type.Object({
    area: Type.Number({ description: '图层的面积' }),
    features: Type.Integer({ description: '图层的要素个数' }),
  }),
});

/** Ground of each class in each township. */
export function statisticsRoutes(app: App, { database, versions, rights, statistics }: Services): void {
  app.get(
    '/api/v1/plans/:plan/versions/:version/statistics',
    {
      config: { access: { verb: 'plan.read', on: 'plan' } },
      schema: {
        tags: ['成果数据'],
        summary: '一个图层按乡镇和分类统计的面积',
        description:
          '乡镇取 base 所指规划当前版本的行政区图层（XZQ）；没有给出 base，或其中没有行政区，则全县为一个区域。第一次计算较久时回答 202 和 Retry-After，过后再取同一地址。',
        params: Type.Object({ plan: PlanCode, version: Which }),
        querystring: Type.Object({ layer: LayerCode, base: Type.Optional(PlanCode) }),
        response: {
          200: StatisticsDocument,
          202: Type.Object({ state: Type.Literal('computing') }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { plan, version: which } = request.params;
      const { layer, base } = request.query;
      if (base !== undefined && !(await rights.mayDoWithPlan(callerOf(request), 'plan.read', base)))
        throw new StoreError('store.no-plan', base);
      const version = await versions.find(plan, whichOf(which));
      const other = base === undefined ? undefined : await versions.find(base);
      const content = `${version.content} ${other?.content}`;
      if (isUnchanged(request, reply, { content, number: version.number })) return reply;
      const townships = other && (await hasRegions(other)) ? other : undefined;
      const of = ({ code, content: held }: PlanVersion): string => `${code} ${held}`;
      const key = `${of(version)} ${layer} ${townships ? of(townships) : ''}`;
      const made = statistics.of(key, async () => ({
        held: await versions.layer(version, layer),
        within: townships ? await versions.layer(townships, REGIONS) : await countyOf(plan),
      }));
      const figures = await settledWithin(made);
      if (!figures) {
        // The tag is that of the answer, which this is not.
        reply.removeHeader('etag');
        return reply.code(202).header('retry-after', 5).send({ state: 'computing' });
      }
      return sendJson(reply, { ...figures, version: version.number });
    },
  );

  async function hasRegions(version: PlanVersion): Promise<boolean> {
    return (await versions.layers(version)).some(({ code, features }) => code === REGIONS && features > 0);
  }

  async function countyOf(plan: string): Promise<{ readonly code: string; readonly name: string }> {
    const { region, name } = await findPlan(database, plan);
    return { code: region, name };
  }
}
