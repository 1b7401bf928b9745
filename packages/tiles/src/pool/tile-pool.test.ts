import { answer, createBrowserPool, type TaskRequest } from '@tuheng/geometry';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareLayer } from '../prepare-layer.ts';
import { tilesOf } from '../testing/decode.ts';
import { numbered, wigglyParcels } from '../testing/layers.ts';
import { TileCutter } from '../tile-cutter.ts';
import { createTilePool } from './node-pool.ts';
import { TilePool } from './tile-pool.ts';
import { memoryOf, type TileTasks, tileTasks } from './tile-tasks.ts';

const options = { attributes: ['BSM', 'DLBM'], classes: ['DLBM'] };
const layers = [1, 2].map((seed) => prepareLayer(numbered(wigglyParcels(10, 10, 150, 4, seed)), options));
const addresses = [6, 12, 15, 18].map((z) => tilesOf(layers[0]!, z)[0]!);
const alone = addresses.map((address) => new TileCutter().cut(address, layers));

const pools: TilePool[] = [];
const keep = (pool: TilePool): TilePool => {
  pools.push(pool);
  return pool;
};
afterAll(() => {
  for (const pool of pools) pool.close();
});

/** A worker of a browser, played in this thread, with its messages copied as a browser would. */
function playedPool(): TilePool {
  const workers = createBrowserPool<TileTasks>(2, () => {
    const tasks = tileTasks();
    let heard: ((event: { readonly data?: unknown }) => void) | undefined;
    return {
      addEventListener: (type, listener) => {
        if (type === 'message') heard = listener;
      },
      postMessage: (request) => {
        const copy = structuredClone(request) as TaskRequest;
        queueMicrotask(() => {
          const reply = answer(tasks, copy);
          heard?.({ data: structuredClone(reply, { transfer: memoryOf(reply) }) });
        });
      },
      terminate: () => undefined,
    };
  });
  return new TilePool(workers);
}

describe('TilePool', () => {
  it.each([
    ['threads', () => createTilePool(2)],
    ['browser workers', playedPool],
  ])('cuts the same tiles as one cutter: %s', async (_, start) => {
    const pool = keep(start());
    await Promise.all(layers.map((layer, k) => pool.load(`plan@${k}`, layer)));
    const tiles = await Promise.all(addresses.map((address) => pool.cut(address, ['plan@0', 'plan@1'])));
    expect(tiles).toEqual(alone);
  });

  it.each([
    ['threads', () => createTilePool(2)],
    ['browser workers', playedPool],
  ])('prepares a layer in a worker as here: %s', async (_, start) => {
    const pool = keep(start());
    const bytes = await pool.prepare('plan', numbered(wigglyParcels(10, 10, 150, 4, 1)), options);
    expect(bytes).toBeGreaterThan(layers[0]!.features.polygons.xy.byteLength);
    const tiles = await Promise.all(addresses.map((address) => pool.cut(address, ['plan'])));
    expect(tiles).toEqual(addresses.map((address) => new TileCutter().cut(address, [layers[0]!])));
  });

  it('cuts from what was loaded last under a name, and from nothing that was unloaded', async () => {
    const pool = keep(createTilePool(1));
    await pool.load('plan', layers[0]!);
    await pool.load('plan', layers[1]!);
    const [address] = addresses;
    expect((await pool.cut(address!, ['plan'])).bytes).toEqual(
      new TileCutter().cut(address!, [layers[1]!]).bytes,
    );
    expect(pool.has('plan')).toBe(true);
    await pool.unload('plan');
    expect(pool.has('plan')).toBe(false);
    await expect(pool.cut(address!, ['plan'])).rejects.toMatchObject({ code: 'tiles.not-loaded' });
  });

  it('refuses what is no tile before a worker is asked', async () => {
    const pool = keep(createTilePool(1));
    await expect(pool.cut({ z: 1, x: 2, y: 0 }, [])).rejects.toMatchObject({ code: 'tiles.no-such-tile' });
  });
});
