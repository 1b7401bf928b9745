import { listRegionsFor } from '@tuheng/store';
import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import { VerbName } from '../accounts/account-schemas.ts';
import type { App } from '../app.ts';
import { nullable, problems } from '../http/answers.ts';
import type { Services } from '../services.ts';

/** The tree of regions, as far as it is one's own. */
export function regionRoutes(app: App, { database }: Services): void {
  app.get(
    '/api/v1/regions',
    {
      config: { access: { verb: 'plan.read', on: 'some' } },
      schema: {
        tags: ['规划'],
        summary: '自己的行政区和其下各级，上级在前',
        querystring: Type.Object({ verb: Type.Optional(VerbName) }),
        response: {
          200: Type.Array(
            Type.Object({
              adcode: Type.String({ description: '行政区代码' }),
              parent: nullable(Type.String({ description: '上级的代码' })),
              level: Type.String({ description: 'province、city、county 或 township' }),
              name: Type.String({ description: '名称' }),
            }),
          ),
          ...problems,
        },
      },
    },
    (request) => listRegionsFor(database, callerOf(request), request.query.verb ?? 'plan.read'),
  );
}
