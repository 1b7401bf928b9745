import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type Caller,
  countLedgerFor,
  exportLedger,
  ledgerVerbs,
  listLedgerFor,
  StoreError,
  sealsOf,
} from '@tuheng/store';
import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { nullable, problems } from '../http/answers.ts';
import { settledWithin } from '../http/settled-within.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { LedgerQuery, ledgerFilterOf } from './ledger-query.ts';
import {
  cursorOf,
  LedgerRowDocument,
  ledgerRowOf,
  placeOf,
  Scope,
  SealDocumentSchema,
  VerificationDocument,
  verificationOf,
} from './ledger-schemas.ts';

/** The ledger: the chains of plans and regions for those who may read it in their region, the others for those who may in the whole tree. */
export function ledgerRoutes(app: App, services: Services): void {
  const { database, settings, verifications } = services;
  const access = { verb: 'ledger.read', on: 'some' } as const;
  const OneScope = Type.Object({ scope: Type.Optional(Scope) });
  app.get(
    '/api/v1/ledger',
    {
      config: { access },
      schema: {
        tags: ['台账'],
        summary: '台账，最近的在前',
        querystring: LedgerQuery,
        response: {
          200: Type.Object({
            rows: Type.Array(LedgerRowDocument),
            total: Type.Optional(Type.Integer({ description: '符合条件的行数；count 为 true 时' })),
            next: nullable(Type.String({ description: '下一页的 after；没有下一页时为 null' })),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { after, limit, count } = request.query;
      const caller = callerOf(request);
      const filter = ledgerFilterOf(request.query);
      const rows = await listLedgerFor(database, caller, filter, {
        limit: limit + 1,
        ...(after !== undefined && { after: placeOf(after) }),
      });
      const page = rows.slice(0, limit);
      return {
        rows: page.map(ledgerRowOf),
        ...(count && { total: await countLedgerFor(database, caller, filter) }),
        next: rows.length > limit ? cursorOf(page.at(-1)!) : null,
      };
    },
  );
  app.get(
    '/api/v1/ledger/verbs',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['台账'],
        summary: '台账记哪些事，和它们的名称',
        response: {
          200: Type.Array(Type.Object({ verb: Type.String(), title: Type.String() })),
          ...problems,
        },
      },
    },
    () => Object.entries(ledgerVerbs).map(([verb, title]) => ({ verb, title })),
  );
  app.post(
    '/api/v1/ledger/verifications',
    {
      config: { access },
      schema: {
        tags: ['台账'],
        summary: '校验台账；时间长时回答 202，随后到 Location 处取结果',
        body: OneScope,
        response: { 200: VerificationDocument, 202: VerificationDocument, ...problems },
      },
    },
    async (request, reply) => {
      const { scope } = request.body;
      const caller = callerOf(request);
      await refuseScope(services, caller, scope);
      const { id, result } = verifications.start(caller.account, scope);
      const found = await settledWithin(result);
      if (!found) reply.code(202).header('location', `/api/v1/ledger/verifications/${id}`);
      return verificationOf(id, found);
    },
  );
  app.get(
    '/api/v1/ledger/verifications/:verification',
    {
      config: { access: 'signed-in' },
      schema: {
        tags: ['台账'],
        summary: '自己要求的一次校验的结果',
        params: Type.Object({ verification: Type.String() }),
        response: { 200: VerificationDocument, ...problems },
      },
    },
    async (request) => {
      const { verification: id } = request.params;
      const found = verifications.find(callerOf(request).account, id);
      if (!found) throw new Problem('server.not-found', { detail: id });
      return verificationOf(id, await settledWithin(found.result));
    },
  );
  app.get(
    '/api/v1/ledger/seal',
    {
      config: { access },
      schema: {
        tags: ['台账'],
        summary: '封存：各链此刻的末行，请另行保存',
        querystring: OneScope,
        response: { 200: SealDocumentSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { scope } = request.query;
      await refuseScope(services, callerOf(request), scope);
      const { seals, ...seal } = await sealsOf(database, scope);
      reply.header('content-disposition', 'attachment; filename="ledger-seal.json"');
      return { ...seal, seals: [...seals] };
    },
  );
  app.get(
    '/api/v1/ledger/export',
    {
      config: { access },
      schema: {
        tags: ['台账'],
        summary: '导出台账（JSON Lines），可用 tuheng ledger verify 离线校验',
        produces: ['application/x-ndjson'],
        querystring: OneScope,
      },
    },
    async (request, reply) => {
      const { scope } = request.query;
      await refuseScope(services, callerOf(request), scope);
      // To a file first: who reads slowly must not hold a transaction, and in an embedded database everybody else.
      const folder = join(settings.folder, 'temporary');
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${randomUUID()}.jsonl`);
      try {
        await database.transaction(
          (tx) => pipeline(Readable.from(lines(exportLedger(tx, scope))), createWriteStream(path)),
          'repeatable read',
        );
        const file = await open(path);
        reply
          .type('application/x-ndjson; charset=utf-8')
          .header('content-disposition', 'attachment; filename="ledger.jsonl"');
        return reply.send(file.createReadStream());
      } finally {
        // What is open stays readable until it is closed.
        await rm(path, { force: true });
      }
    },
  );
}

async function* lines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) yield `${text}\n`;
}

/**
 * @param scope absent: all chains
 * @throws Problem server.forbidden, StoreError store.no-plan
 */
async function refuseScope({ rights }: Services, caller: Caller, scope: string | undefined): Promise<void> {
  const plan = scope?.startsWith('plan:') ? scope.slice('plan:'.length) : undefined;
  const isHidden = plan !== undefined && !(await rights.mayDoWithPlan(caller, 'plan.read', plan));
  if (isHidden) throw new StoreError('store.no-plan', plan);
  const region = scope?.startsWith('region:') ? scope.slice('region:'.length) : null;
  const may =
    plan === undefined
      ? await rights.mayDo(caller, 'ledger.read', region)
      : await rights.mayDoWithPlan(caller, 'ledger.read', plan);
  if (!may) throw new Problem('server.forbidden', { detail: scope ?? '全部台账' });
}
