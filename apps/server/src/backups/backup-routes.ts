import { tellOfSystem } from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf } from '../access/guard.ts';
import { Reason, ReasonQuery } from '../accounts/account-schemas.ts';
import type { App } from '../app.ts';
import { sendFile } from '../files/send-file.ts';
import { problems } from '../http/answers.ts';
import { settledWithin } from '../http/settled-within.ts';
import type { Services } from '../services.ts';
import { BackupDocument } from './backup-schemas.ts';

/** Backups of the whole store, for those who manage all of it. A backup holds everything: taking one away is told in the ledger, too. */
export function backupRoutes(app: App, { database, backups }: Services): void {
  const access = { verb: 'account.manage', on: 'tree' } as const;
  const One = Type.Object({ backup: Type.String() });
  app.get(
    '/api/v1/backups',
    {
      config: { access },
      schema: {
        tags: ['运行状况'],
        summary: '已有的备份，最近的在前',
        response: {
          200: Type.Object({
            writing: Type.Boolean({ description: '正在写一份' }),
            backups: Type.Array(BackupDocument),
          }),
          ...problems,
        },
      },
    },
    async () => ({ writing: backups.isWriting, backups: await backups.list() }),
  );
  app.post(
    '/api/v1/backups',
    {
      config: { access },
      schema: {
        tags: ['运行状况'],
        summary: '备份整个库，服务照常；时间长时回答 202，写完后在列表中',
        body: Type.Object({ reason: Reason }),
        response: { 201: BackupDocument, 202: Type.Object({ state: Type.Literal('writing') }), ...problems },
      },
    },
    async (request, reply) => {
      const writing = backups.write(actorOf(request), request.body.reason);
      writing.catch((err: unknown) => app.log.error({ err }, 'backup'));
      const written = await settledWithin(writing);
      if (!written) return reply.code(202).send({ state: 'writing' });
      return reply.code(201).header('location', `/api/v1/backups/${written.name}`).send(written);
    },
  );
  app.get(
    '/api/v1/backups/:backup',
    {
      config: { access },
      schema: { tags: ['运行状况'], summary: '下载一份备份，用 tuheng restore 恢复', params: One },
    },
    async (request, reply) => {
      const { backup: name } = request.params;
      const path = await backups.pathOf(name);
      const event = { verb: 'backup.download', object: `backup:${name}`, reason: '' } as const;
      await tellOfSystem(database, actorOf(request), event);
      return sendFile(reply, path, name);
    },
  );
  app.delete(
    '/api/v1/backups/:backup',
    {
      config: { access },
      schema: {
        tags: ['运行状况'],
        summary: '删除一份备份',
        params: One,
        querystring: ReasonQuery,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      await backups.remove(actorOf(request), request.params.backup, request.query.reason);
      return reply.code(204).send(null);
    },
  );
}
