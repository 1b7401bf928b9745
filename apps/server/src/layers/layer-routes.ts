import { Type } from 'typebox';
import type { App } from '../app.ts';
import { problems } from '../http/answers.ts';
import { isUnchanged } from '../http/conditional.ts';
import { LayerDocument, layerOf } from '../plans/plan-schemas.ts';
import type { Services } from '../services.ts';
import type { LayerPlace } from './layer-place.ts';

/** The layers of a source. */
export function layerRoutes(app: App, { layers }: Services, place: LayerPlace): void {
  app.get(
    `${place.path}/layers`,
    {
      config: { access: place.access },
      schema: {
        tags: ['规划'],
        summary: `${place.title}的图层、字段和要素个数`,
        params: Type.Object(place.params),
        response: { 200: Type.Array(LayerDocument), ...problems },
      },
    },
    async (request, reply) => {
      const { source } = await place.find(request);
      if (isUnchanged(request, reply, source)) return reply;
      return (await layers.totals(source)).map(layerOf);
    },
  );
}
