import type { LayerTotal, NumberedLayer } from '@tuheng/store';

/** Layers that never change, wherever they come from: a version of a plan, a side of a review. */
export interface LayerSource {
  /** What they are held in memory under. */
  readonly key: string;
  /** Decides what their tiles are: sources of the same content have the same ones. */
  readonly content: string;
  /** What people call them. */
  readonly title: string;
  readonly totals: () => Promise<readonly LayerTotal[]>;
  /** @throws StoreError store.no-layer */
  readonly read: (code: string) => Promise<NumberedLayer>;
}
