import { sha256 } from '@tuheng/standard';
import { findRegion, type RegionThresholds, thresholdsOf } from '@tuheng/store';
import { Type } from 'typebox';
import { callerOf } from '../access/guard.ts';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import type { Services } from '../services.ts';
import { ruleBooks } from './rule-books.ts';
import { refuseReader } from './rule-reader.ts';
import { Adcode, RulesDocument } from './rule-schemas.ts';

const none: RegionThresholds = { inForce: [], overridden: [] };

/** The rule books as they apply. */
export function ruleRoutes(app: App, services: Services): void {
  const { database } = services;
  app.get(
    '/api/v1/rules',
    {
      config: { access: { verb: 'plan.read', on: 'some' } },
      schema: {
        tags: ['规则'],
        summary: '规则库：依据、参数、出处和可信程度；写明行政区时按它和上级设定的阈值',
        querystring: Type.Object({ region: Type.Optional(Adcode) }),
        response: { 200: RulesDocument, ...problems },
      },
    },
    async (request) => {
      const { region: adcode } = request.query;
      await refuseReader(services, callerOf(request), adcode);
      const region = adcode === undefined ? null : await findRegion(database, adcode);
      const books = await ruleBooks(region ? await thresholdsOf(database, region.adcode) : none);
      const digest = await sha256(books.map((book) => book.digest).join(' '));
      return { region: region && { adcode: region.adcode, name: region.name }, books, digest };
    },
  );
}
