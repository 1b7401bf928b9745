import type { HeldLayer } from '../held-versions/held-layer.ts';
import { HeldValues } from '../memory/held-values.ts';
import { type LayerStatistics, layerStatistics, type Region } from './layer-statistics.ts';
import { RegionThreads } from './region-threads.ts';

/** Bytes that all may take together, and of a number in them. */
const ROOM = 16 * 1024 ** 2;
const NUMBER = 10;

/** Statistics of layers by region: measured once for what a version holds. */
export class Statistics {
  readonly #threads = new RegionThreads();
  readonly #kept = new HeldValues<LayerStatistics>(
    ROOM,
    ({ classes, regions }) => (regions.length + 1) * (classes.length + 1) * 2 * NUMBER,
  );

  /**
   * @param key of what the layer and the townships hold
   * @param layers reads them, where it has to be measured
   */
  of(
    key: string,
    layers: () => Promise<{ readonly held: HeldLayer; readonly within: HeldLayer | Region }>,
  ): Promise<LayerStatistics> {
    return this.#kept.get(key, async () => {
      const { held, within } = await layers();
      return layerStatistics(held, within, this.#threads);
    });
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}
