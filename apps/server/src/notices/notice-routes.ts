import { listNotices, markNoticesRead, type Notice } from '@tuheng/store';
import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { nullable, problems, Timestamp } from '../http/answers.ts';
import { Subject } from '../remarks/remark-schemas.ts';
import type { Services } from '../services.ts';

const kinds = ['assigned', 'answered', 'contested', 'job-done', 'job-failed'] as const;

const NoticeDocument = Type.Object({
  id: Type.String(),
  kind: Type.Unsafe<Notice['kind']>({
    type: 'string',
    enum: kinds,
    description: '指派给我、有答复、有异议、任务做完、任务失败',
  }),
  job: Type.String({ description: '任务编号' }),
  plan: nullable(Type.String({ description: '规划代码' })),
  subject: Type.Optional(Subject),
  by: Type.String({ description: '谁' }),
  at: Timestamp,
  text: Type.String({ description: '所写的内容；任务的种类或错误代码' }),
  isRead: Type.Boolean({ description: '已读' }),
});

/** What one's own account should hear of. */
export function noticeRoutes(app: App, { database }: Services): void {
  const access = 'signed-in';
  app.get(
    '/api/v1/notifications',
    {
      config: { access },
      schema: {
        tags: ['通知'],
        summary: '自己的通知，最近的在前，最多 100 条',
        querystring: Type.Object({ unread: Type.Boolean({ default: false, description: '只要未读的' }) }),
        response: {
          200: Type.Object({
            unread: Type.Integer({ description: '其中未读的条数' }),
            items: Type.Array(NoticeDocument),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const items = await listNotices(database, callerOf(request), request.query);
      return { unread: items.filter(({ isRead }) => !isRead).length, items };
    },
  );
  app.put(
    '/api/v1/notifications/read',
    {
      config: { access },
      schema: {
        tags: ['通知'],
        summary: '到这一时刻的通知都已读',
        body: Type.Object({ until: Type.String({ format: 'date-time' }) }, { additionalProperties: false }),
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      await markNoticesRead(database, callerOf(request), request.body.until);
      return reply.code(204).send(null);
    },
  );
}
