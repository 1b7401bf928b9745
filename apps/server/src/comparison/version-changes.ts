import { compareVersions, type Database, type PlanVersion, StoreError } from '@tuheng/store';
import type { HeldVersions } from '../held-versions/held-versions.ts';
import { HeldValues } from '../memory/held-values.ts';
import { type RankedChange, rankChange } from './ranked-change.ts';

/** Bytes that all changes may take together; of a feature besides its coordinates. */
const ROOM = 128 * 1024 ** 2;
const FEATURE = 1000;

/** What differs between two versions, by layer: found once, since neither can change. */
export class VersionChanges {
  readonly #database: Database;
  readonly #versions: HeldVersions;
  readonly #kept = new HeldValues<{ readonly ranked: RankedChange | undefined }>(ROOM, ({ ranked }) =>
    ranked ? bytesOf(ranked) : 0,
  );

  constructor(database: Database, versions: HeldVersions) {
    this.#database = database;
    this.#versions = versions;
  }

  /**
   * What changed in a layer from one version of a plan to another; undefined where nothing did.
   *
   * @throws StoreError store.no-layer where neither has it
   */
  async of(from: PlanVersion, to: PlanVersion, layer: string): Promise<RankedChange | undefined> {
    const all = [...(await this.#versions.layers(from)), ...(await this.#versions.layers(to))];
    if (!all.some(({ code }) => code === layer))
      throw new StoreError('store.no-layer', `${to.code}@${to.number}`, { detail: layer });
    const key = `${from.code} ${from.number} ${to.number} ${layer}`;
    const { ranked } = await this.#kept.get(key, async () => {
      const { layers } = await compareVersions(this.#database, from.code, from.number, to.number, layer);
      return { ranked: layers[0] && (await rankChange(layers[0])) };
    });
    return ranked;
  }
}

function bytesOf({ change: { ended, opened }, row }: RankedChange): number {
  const coordinates = ended.layer.polygons.xy.byteLength + opened.layer.polygons.xy.byteLength;
  return coordinates + FEATURE * row.length;
}
