import type { LedgerFilter } from '@tuheng/store';
import { type Static, Type } from 'typebox';
import { Scope } from './ledger-schemas.ts';

const Time = (description: string) => Type.Optional(Type.String({ format: 'date-time', description }));
const Day = (description: string) =>
  Type.Optional(Type.String({ format: 'date', description, examples: ['2026-11-30'] }));

/** What a search of the ledger can ask for. */
export const LedgerQuery = Type.Object({
  scope: Type.Optional(Scope),
  verb: Type.Optional(Type.String({ maxLength: 100, description: '做了什么，见 /api/v1/ledger/verbs' })),
  actor: Type.Optional(Type.String({ maxLength: 100, description: '谁' })),
  from: Time('从这一刻起'),
  to: Time('到这一刻以前'),
  fromDay: Day('从这一天起，北京时间；写了 from 时不用'),
  toDay: Day('到这一天止，含当天，北京时间；写了 to 时不用'),
  text: Type.Optional(
    Type.String({ maxLength: 200, description: '对象、理由、人或所做的事（包括它的名称）中含有的文字' }),
  ),
  count: Type.Boolean({ default: false, description: '一并数出符合条件的行数' }),
  after: Type.Optional(Type.String({ maxLength: 400, description: '上一页的 next' })),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
});

/** Milliseconds. */
const DAY = 86_400_000;

/** The filter of the store for a search. Days are those of China, the last one included. */
export function ledgerFilterOf(query: Static<typeof LedgerQuery>): LedgerFilter {
  const { scope, verb, actor, text, fromDay, toDay } = query;
  const from = query.from ?? (fromDay === undefined ? undefined : dayAt(fromDay, 0));
  const to = query.to ?? (toDay === undefined ? undefined : dayAt(toDay, DAY));
  return {
    ...(scope !== undefined && { scope }),
    ...(verb !== undefined && { verb }),
    ...(actor !== undefined && { actor }),
    ...(text !== undefined && { text }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** A time as long after the beginning of a day in China. */
function dayAt(day: string, milliseconds: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + milliseconds).toISOString();
}
