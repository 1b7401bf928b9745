import { readSite } from '@tuheng/dataset';
import type { SiteOptions } from '@tuheng/maintenance';
import { crsOf } from '@tuheng/standard';
import { type PlanVersion, StoreError } from '@tuheng/store';
import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { PlanCode, Which, whichOf } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';
import { invalid, rawSiteContent, SITE_BODY, takeRawSites } from './raw-sites.ts';

const Asked = {
  plan: PlanCode,
  version: Type.Optional(Which),
  base: Type.Optional(
    Type.String({
      maxLength: 64,
      description: '另一个规划代码：其中有本规划没有的图层（地类图斑、行政区、开发区）',
    }),
  ),
  epsg: Type.Optional(Type.Integer({ description: '坐标没有注明坐标系时按它理解；默认为规划的坐标系' })),
  name: Type.Optional(Type.String({ maxLength: 200, description: '用地名称' })),
  geometry: Type.Optional(Type.Boolean({ description: '是否给出每一块的图形，默认给出' })),
  landUse: Type.Optional(Type.String({ maxLength: 12, description: '拟用途的用地用海分类代码' })),
  landUseYear: Type.Optional(
    Type.Union([Type.Literal(2020), Type.Literal(2023)], { description: '分类的版本，默认 2023' }),
  ),
  settlement: Type.Optional(Type.Union([Type.Literal('town'), Type.Literal('village')])),
  independentSiting: Type.Optional(Type.Boolean({ description: '是否为有特定选址要求的独立城镇建设用地' })),
  limitedActivity: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10, description: '属于生态保护红线内哪一种有限人为活动' }),
  ),
  planLandUseYear: Type.Optional(
    Type.Union([Type.Literal(2020), Type.Literal(2023)], { description: '规划图层中用地分类的版本' }),
  ),
};
const Query = Type.Object(Asked);

const JsonBody = Type.Object({
  ...Asked,
  site: Type.Union([Type.String({ minLength: 1 }), Type.Object({})], {
    description: 'GeoJSON 对象，或 GeoJSON、WKT、坐标文本',
  }),
});

/** What a plan says of a site: the access check that approval systems call. */
export function complianceRoutes(app: App, { versions, rights, sites }: Services): void {
  app.register(async (scope) => {
    takeRawSites(scope);
    scope.post(
      '/api/v1/compliance',
      {
        config: { access: { verb: 'plan.read', on: 'body' } },
        bodyLimit: SITE_BODY,
        schema: {
          tags: ['合规'],
          summary: '一块用地与规划的关系：涉及哪些控制线、分区、地类和项目，各多少面积，逐项判定',
          description:
            '用地可以是 GeoJSON、WKT、坐标文本（勘测定界格式，点坐标可带带号）或装有一个 Shapefile 的 zip，格式由内容判断。作为 JSON 的 site 给出（GeoJSON 对象或文本），其余参数在同一 JSON 中；或把文件原样作为请求内容，参数写在地址里。面积为国家椭球面积，平方米。',
          querystring: Type.Partial(Query),
          body: {
            content: { 'application/json': { schema: JsonBody }, ...rawSiteContent },
          },
          response: { 200: Type.Unknown({ description: 'tuheng.site/1' }), ...problems },
        },
      },
      async (request, reply) => {
        const { asked, source } = sourceOf(request);
        const { plan, version = 'head', base, epsg, name } = asked;
        const read = async (code: string, which?: number | string): Promise<PlanVersion> => {
          if (!(await rights.mayDoWithPlan(callerOf(request), 'plan.read', code)))
            throw new StoreError('store.no-plan', code);
          return versions.find(code, which);
        };
        const found = await read(plan, whichOf(version));
        const crs = crsOf(epsg ?? (await versions.layers(found))[0]?.epsg ?? 4490);
        if (!crs) throw invalid('epsg', '请用 4490 或 4513–4554');
        const site = await readSite(source, { crs, ...(name !== undefined && { name }) });
        const report = await sites.judge({
          version: found,
          site,
          options: optionsOf(asked),
          ...(base !== undefined && { base: await read(base) }),
        });
        return reply.type('application/json; charset=utf-8').send(report);
      },
    );
  });
}

/** What is asked, and the bytes or text of the site. @throws Problem server.invalid-request */
function sourceOf({ body, query }: FastifyRequest): {
  readonly asked: Static<typeof Query>;
  readonly source: Uint8Array | string;
} {
  if (body instanceof Uint8Array) {
    const asked = query as Static<typeof Query>;
    if (asked.plan === undefined) throw invalid('plan', '请在地址里写明规划代码，如 ?plan=230882');
    return { asked, source: body };
  }
  const { site, ...asked } = body as Static<typeof JsonBody>;
  return { asked, source: typeof site === 'string' ? site : textOf(site) };
}

/** GeoJSON as text again: one reader reads all that comes, with its limits. */
function textOf(site: object): string {
  try {
    return JSON.stringify(site);
  } catch {
    // Nested so deep that the stack ends.
    throw invalid('/site', '嵌套太深');
  }
}

function optionsOf(asked: Static<typeof Query>): SiteOptions {
  const { landUse, landUseYear = 2023, settlement, independentSiting, limitedActivity } = asked;
  const { planLandUseYear, geometry } = asked;
  return {
    purpose: {
      ...(landUse !== undefined && { landUse: { code: landUse, year: landUseYear } }),
      ...(settlement !== undefined && { settlement }),
      ...(independentSiting !== undefined && { independentSiting }),
      ...(limitedActivity !== undefined && { limitedActivity }),
    },
    ...(planLandUseYear !== undefined && { planLandUseYear }),
    ...(geometry !== undefined && { geometry }),
  };
}
