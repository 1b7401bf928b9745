import { type LayerTotal, StoreError } from '@tuheng/store';
import { type Held, HeldValues } from '../memory/held-values.ts';
import { type HeldLayer, holdLayer } from './held-layer.ts';
import type { LayerSource } from './layer-source.ts';

/** Lists of layers that are remembered. */
const LISTS = 500;

/** Of the sources that were asked for last, the layers: nothing of them can change. */
export class HeldLayers {
  readonly #lists = new HeldValues<readonly LayerTotal[]>(LISTS, () => 1);
  readonly #layers: HeldValues<HeldLayer>;

  /** @param bytes that the layers may take together; those used longest ago go first */
  constructor(bytes: number) {
    this.#layers = new HeldValues(bytes, (layer) => layer.bytes);
  }

  /** The layers in memory. */
  get held(): Held {
    return this.#layers.held;
  }

  /** The layers of a source and how many features they have. */
  totals(source: LayerSource): Promise<readonly LayerTotal[]> {
    return this.#lists.get(source.key, source.totals);
  }

  /** One layer of a source. @throws StoreError store.no-layer */
  layer(source: LayerSource, code: string): Promise<HeldLayer> {
    return this.#layers.get(`${source.key}/${code}`, async () => holdLayer(await source.read(code)));
  }

  /** Some layers of a source, as `A,B`, or `all`. @throws StoreError store.no-layer */
  async chosen(source: LayerSource, asked: string): Promise<readonly LayerTotal[]> {
    const totals = await this.totals(source);
    if (asked === 'all') return totals;
    return asked.split(',').map((code) => {
      const layer = totals.find((one) => one.code === code);
      if (!layer) throw new StoreError('store.no-layer', source.title, { detail: code });
      return layer;
    });
  }
}
