import { settingFault } from '@tuheng/standard';
import {
  findRegion,
  listThresholds,
  resetThreshold,
  setThreshold,
  type ThresholdAddress,
  thresholdsOf,
} from '@tuheng/store';
import { Type } from 'typebox';
import { actorOf, callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { nullable, problems, Timestamp } from '../http/answers.ts';
import { Problem } from '../problems/problem.ts';
import type { Services } from '../services.ts';
import { ownParameter, ruleBooks } from './rule-books.ts';
import { refuseReader } from './rule-reader.ts';
import {
  Adcode,
  BookId,
  ConfidenceName,
  NumberOrWord,
  ParameterDocument,
  RegionName,
} from './rule-schemas.ts';

const SetReason = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: '\\S',
  description: '理由，记入台账',
});

const Address = Type.Object({
  region: Type.String({ pattern: '^[0-9]{6}$', description: '县、市或省的行政区代码' }),
  book: BookId,
  rule: Type.String({ maxLength: 100, description: '规则' }),
  parameter: Type.String({ maxLength: 100, description: '参数' }),
});

const RecordDocument = Type.Object({
  id: Type.Integer({ description: '编号' }),
  region: RegionName,
  book: BookId,
  rule: Type.String({ description: '规则' }),
  parameter: Type.String({ description: '参数' }),
  value: nullable(NumberOrWord),
  source: Type.String({ description: '出处；没有写明时为空' }),
  confidence: nullable(ConfidenceName),
  reason: Type.String({ description: '理由' }),
  by: Type.String({ description: '谁' }),
  at: Timestamp,
});

/** Thresholds that regions set: with a reason, on the ledger, for themselves and all below them that set none of their own. */
export function thresholdRoutes(app: App, services: Services): void {
  const { database } = services;
  const path = '/api/v1/regions/:region/thresholds/:book/:rule/:parameter';
  const access = { verb: 'rule.set', on: 'region' } as const;
  app.get(
    '/api/v1/regions/:region/thresholds',
    {
      config: { access: { verb: 'plan.read', on: 'some' } },
      schema: {
        tags: ['规则'],
        summary: '行政区和它的上级设定过的阈值，最近的在前；value 为 null 是撤销',
        params: Type.Object({ region: Adcode }),
        querystring: Type.Object({
          before: Type.Optional(Type.Integer({ minimum: 1, description: '只要这个编号以前的' })),
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
        }),
        response: { 200: Type.Array(RecordDocument), ...problems },
      },
    },
    async (request) => {
      const { region } = request.params;
      const { before, limit } = request.query;
      await refuseReader(services, callerOf(request), region);
      return listThresholds(database, region, { limit, ...(before !== undefined && { before }) });
    },
  );
  app.put(
    path,
    {
      config: { access },
      schema: {
        tags: ['规则'],
        summary: '设定阈值：写明出处的为已核实；此后提交的审查和质检按它计算',
        params: Address,
        body: Type.Object(
          {
            value: Type.Unknown({ description: '数或文字，须合乎参数的 form' }),
            source: Type.String({ maxLength: 500, default: '', description: '文件名和条款；不写即未核实' }),
            reason: SetReason,
          },
          { additionalProperties: false },
        ),
        response: { 200: ParameterDocument, ...problems },
      },
    },
    async (request) => {
      const { params, body } = request;
      const { value, source, reason } = body;
      const own = ownParameter(params);
      const fault = settingFault(own, value, source);
      if (fault !== undefined)
        throw new Problem('server.threshold-refused', {
          detail: `${own.title}：${fault}`,
          invalid: [{ at: '/value', message: fault }],
        });
      const asked = { ...params, value: value as number | string, source, reason };
      await setThreshold(database, actorOf(request), asked);
      return parameterOf(params);
    },
  );
  app.delete(
    path,
    {
      config: { access },
      schema: {
        tags: ['规则'],
        summary: '撤销自己设定的阈值：回到上级的，或规则自带的',
        params: Address,
        body: Type.Object({ reason: SetReason }, { additionalProperties: false }),
        response: { 200: ParameterDocument, ...problems },
      },
    },
    async (request) => {
      const { params } = request;
      ownParameter(params);
      await resetThreshold(database, actorOf(request), { ...params, reason: request.body.reason });
      return parameterOf(params);
    },
  );

  /** A parameter as it now applies in a region. */
  async function parameterOf({ region, book, rule, parameter }: ThresholdAddress) {
    const { adcode } = await findRegion(database, region);
    const books = await ruleBooks(await thresholdsOf(database, adcode));
    return books
      .find(({ id }) => id === book)!
      .rules.find(({ id }) => id === rule)!
      .parameters.find(({ name }) => name === parameter)!;
  }
}
