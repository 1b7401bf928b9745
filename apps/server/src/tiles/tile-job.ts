import { type Actor, enqueue, type JobHandler, type JobQueue, type PlanVersion } from '@tuheng/store';
import { type TileAddress, tilesOver } from '@tuheng/tiles';
import { lonLatBounds } from '../held-versions/lon-lat-bounds.ts';
import type { Services } from '../services.ts';

/** The finest zoom that is cut beforehand: finer tiles take a moment each, and there are four times as many at every zoom. */
const FINEST = 12;

/** Cuts the coarse tiles of a version, each layer by itself, which is how maps ask for them. Parameters: `version`, a number. */
export function tileHandler({ versions, tiles }: Pick<Services, 'versions' | 'tiles'>): JobHandler {
  return async ({ plan, parameters }, { progress }) => {
    const version = await versions.find(plan!, (parameters as { version: number }).version);
    const source = versions.source(version);
    const layers = await versions.layers(version);
    const work: { readonly code: string; readonly address: TileAddress }[] = [];
    for (const layer of layers) {
      const bounds = lonLatBounds([layer]);
      if (!bounds) continue;
      for (let z = 0; z <= FINEST; z++)
        for (const address of tilesOver(bounds, z)) work.push({ code: layer.code, address });
    }
    for (const [done, { code, address }] of work.entries()) {
      progress(done / work.length, `切片 ${code}`);
      await tiles.tile(source, [code], address);
    }
    return { version: version.number, tiles: work.length };
  };
}

/** The same handler; when it has made a version, the tiles of that are asked for. */
export function thenTiles({ queue, versions }: Services, handler: JobHandler): JobHandler {
  return async (job, context) => {
    const result = await handler(job, context);
    const { plan: code, version: number } = result as { plan: string; version: number };
    versions.forgetHead();
    await requestTiles(queue, { name: job.requestedBy, origin: job.requestedFrom }, { code, number });
    return result;
  };
}

/** Asks for the coarse tiles of a version, once. */
export async function requestTiles(
  queue: JobQueue,
  actor: Actor,
  { code, number }: Pick<PlanVersion, 'code' | 'number'>,
): Promise<void> {
  await enqueue(queue, actor, {
    kind: 'tiles',
    plan: code,
    parameters: { version: number },
    effectKey: `tiles:${code}@${number}`,
  });
}
