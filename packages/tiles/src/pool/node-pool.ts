import { createNodePool } from '@tuheng/geometry/node-pool';
import { TilePool } from './tile-pool.ts';
import type { TileTasks } from './tile-tasks.ts';

/** So many Node threads that cut tiles. They do not keep the process alive. */
export function createTilePool(size: number): TilePool {
  return new TilePool(createNodePool<TileTasks>(size, new URL('./node-worker.ts', import.meta.url)));
}
