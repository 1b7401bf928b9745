import { compareVersions, findPlan, listPlansFor, listVersions, rollBack } from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf, callerOf } from '../access/guard.ts';
import { Reason } from '../accounts/account-schemas.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import type { Services } from '../services.ts';
import { requestTiles } from '../tiles/tile-job.ts';
import {
  Difference,
  differenceOf,
  PlanCode,
  PlanDocument,
  planOf,
  Version,
  versionOf,
  Which,
  whichOf,
} from './plan-schemas.ts';

/** Plans and their versions. */
export function planRoutes(app: App, { database, queue, versions }: Services): void {
  const access = { verb: 'plan.read', on: 'plan' } as const;
  app.get(
    '/api/v1/plans',
    {
      config: { access: { verb: 'plan.read', on: 'some' } },
      schema: {
        tags: ['规划'],
        summary: '可以查看的规划和各自当前有效的版本',
        response: { 200: Type.Array(PlanDocument), ...problems },
      },
    },
    async (request) => (await listPlansFor(database, callerOf(request))).map(planOf),
  );
  app.get(
    '/api/v1/plans/:plan',
    {
      config: { access },
      schema: {
        tags: ['规划'],
        summary: '一个规划和当前有效的版本',
        params: Type.Object({ plan: PlanCode }),
        response: { 200: PlanDocument, ...problems },
      },
    },
    async ({ params: { plan } }) =>
      planOf({ ...(await findPlan(database, plan)), head: await versions.find(plan) }),
  );
  app.get(
    '/api/v1/plans/:plan/versions',
    {
      config: { access },
      schema: {
        tags: ['规划'],
        summary: '规划的全部版本，从第一个开始',
        params: Type.Object({ plan: PlanCode }),
        response: { 200: Type.Array(Version), ...problems },
      },
    },
    async ({ params: { plan } }) => (await listVersions(database, plan)).map(versionOf),
  );
  const One = Type.Object({ plan: PlanCode, version: Which });
  app.get(
    '/api/v1/plans/:plan/versions/:version',
    {
      config: { access },
      schema: {
        tags: ['规划'],
        summary: '一个版本',
        params: One,
        response: { 200: Version, ...problems },
      },
    },
    async ({ params: { plan, version } }) => versionOf(await versions.find(plan, whichOf(version))),
  );
  app.get(
    '/api/v1/plans/:plan/compare',
    {
      config: { access },
      schema: {
        tags: ['规划'],
        summary: '两个版本之间各图层的差别',
        params: Type.Object({ plan: PlanCode }),
        querystring: Type.Object({ from: Which, to: Type.Optional(Which) }),
        response: { 200: Difference, ...problems },
      },
    },
    async ({ params: { plan }, query: { from, to = 'head' } }) => {
      const older = await versions.find(plan, whichOf(from));
      return differenceOf(await compareVersions(database, plan, older.number, whichOf(to)));
    },
  );
  app.post(
    '/api/v1/plans/:plan/rollback',
    {
      config: { access: { verb: 'plan.rollback', on: 'plan' } },
      schema: {
        tags: ['规划'],
        summary: '以旧版本的内容另发一个新版本；中间的版本仍然可查',
        params: Type.Object({ plan: PlanCode }),
        body: Type.Object({
          to: Type.Integer({ minimum: 1, description: '要恢复的版本号' }),
          reason: Reason,
        }),
        response: { 201: Version, ...problems },
      },
    },
    async (request, reply) => {
      const { to, reason } = request.body;
      const made = await rollBack(database, actorOf(request), { code: request.params.plan, to, reason });
      versions.forgetHead();
      await requestTiles(queue, actorOf(request), made);
      return reply.code(201).send(versionOf(made));
    },
  );
}
