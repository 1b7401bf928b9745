import { createNodePool } from '@tuheng/geometry/node-pool';
import { TilePool } from './tile-pool.ts';
import type { TileTasks } from './tile-tasks.ts';

/** So many Node threads that cut tiles, and one that prepares layers. They do not keep the process alive. */
export function createTilePool(size: number): TilePool {
  const workers = (count: number) =>
    createNodePool<TileTasks>(count, new URL('./node-worker.ts', import.meta.url));
  return new TilePool(workers(size), workers(1));
}
