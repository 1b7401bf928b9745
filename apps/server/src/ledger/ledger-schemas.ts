import { type LedgerPlace, type LedgerRow, type LedgerVerification, ledgerVerbTitle } from '@tuheng/store';
import { type Static, Type } from 'typebox';
import { nullable, Timestamp } from '../http/answers.ts';
import { Problem } from '../problems/problem.ts';

export const Scope = Type.String({
  minLength: 1,
  maxLength: 100,
  description: '链：plan:规划代码、region:行政区代码、accounts、jobs 或 system',
});

export const LedgerRowDocument = Type.Object({
  scope: Scope,
  seq: Type.Integer({ description: '链中的序号' }),
  at: Timestamp,
  actor: Type.String({ description: '谁' }),
  origin: Type.String({ description: '从哪里' }),
  verb: Type.String({ description: '做了什么' }),
  title: Type.String({ description: '做了什么的名称' }),
  object: Type.String({ description: '对什么' }),
  before: nullable(Type.String({ description: '之前内容的摘要' })),
  after: nullable(Type.String({ description: '之后内容的摘要' })),
  reason: Type.String({ description: '理由' }),
  algorithm: Type.String(),
  prevHash: Type.String({ description: '前一行的哈希' }),
  hash: Type.String({ description: '本行的哈希' }),
});

export function ledgerRowOf(row: LedgerRow): Static<typeof LedgerRowDocument> {
  return { ...row, title: ledgerVerbTitle(row.verb) };
}

export const SealDocumentSchema = Type.Object({
  schema: Type.String(),
  at: Timestamp,
  algorithm: Type.String(),
  seals: Type.Array(Type.Object({ scope: Scope, seq: Type.Integer(), hash: Type.String() })),
  digest: Type.String(),
});

export const VerificationDocument = Type.Object({
  id: Type.String({ description: '校验编号' }),
  state: Type.Union([Type.Literal('running'), Type.Literal('done')]),
  result: Type.Optional(
    Type.Object({
      sound: Type.Boolean({ description: '全部相符' }),
      rows: Type.Integer({ description: '校验的行数' }),
      chains: Type.Array(
        Type.Object({
          scope: Type.String(),
          rows: Type.Integer(),
          head: nullable(Type.String({ description: '最后一行的哈希' })),
          sound: Type.Boolean(),
        }),
      ),
      breaks: Type.Array(
        Type.Object({
          scope: nullable(Type.String()),
          seq: nullable(Type.Integer()),
          fault: Type.String(),
          message: Type.String({ description: '哪里不符' }),
        }),
        { description: '各链第一处不符' },
      ),
    }),
  ),
});

export function verificationOf(
  id: string,
  result: LedgerVerification | undefined,
): Static<typeof VerificationDocument> {
  if (result === undefined) return { id, state: 'running' };
  const { sound, rows, chains, breaks } = result;
  return { id, state: 'done', result: { sound, rows, chains: [...chains], breaks: [...breaks] } };
}

/** Where the next page begins, as one text for an address. */
export function cursorOf({ at, scope, seq }: LedgerPlace): string {
  return Buffer.from(JSON.stringify([at, scope, seq])).toString('base64url');
}

/** @throws Problem server.invalid-request */
export function placeOf(cursor: string): LedgerPlace {
  const invalid = new Problem('server.invalid-request', {
    invalid: [{ at: 'after', message: '不是上一页给出的 next' }],
  });
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw invalid;
  }
  const [at, scope, seq] = Array.isArray(value) ? value : [];
  const isTime = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(at);
  if (!isTime || typeof scope !== 'string' || !Number.isInteger(seq)) throw invalid;
  return { at, scope, seq };
}
