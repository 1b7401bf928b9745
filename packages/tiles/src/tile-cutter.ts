import { PbfWriter } from 'pbf';
import { BUFFER } from './grid.ts';
import { LayerCutter } from './layer-cutter.ts';
import { checkAddress, type TileAddress } from './tile-address.ts';
import type { TileLayer } from './tile-layer.ts';
import { type LayerReport, writeReport } from './tile-report.ts';

export interface CutOptions {
  /** Attributes that the features carry, of those the layers were prepared with; all where not given. */
  readonly attributes?: readonly string[];
  /** Units around the tile that are drawn too. */
  readonly buffer?: number;
}

export interface Tile {
  /** A Mapbox Vector Tile, version 2.1; no bytes where no layer has anything here. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of each layer that has something here; the same stands in the tile, in its layer `tuheng`. */
  readonly reports: readonly LayerReport[];
}

/** Field of a tile. */
const LAYERS = 3;

/** Cuts tiles, one at a time; keeps its memory from one to the next, so there is one for each thread. */
export class TileCutter {
  readonly #layers = new LayerCutter();

  /**
   * The tile of some layers, in their order. It depends on nothing but the layers, the address and the options.
   *
   * From `EXACT_ZOOM` on coordinates are only rounded to the grid; a part that vanishes by that is drawn as a square of one unit. Below,
   * borders move by up to `TOLERANCE`, the same on both sides, parts of less than `LEAST_AREA` are drawn by stand-ins that keep the
   * area of their class, and below the zoom of its overview a layer shows its classes instead of its features. Rings can touch or
   * cross themselves after rounding, as in any vector tile.
   *
   * @throws TilesError tiles.no-such-tile
   */
  cut(address: TileAddress, layers: readonly TileLayer[], options: CutOptions = {}): Tile {
    checkAddress(address);
    const { attributes, buffer = BUFFER } = options;
    const writer = new PbfWriter();
    const reports: LayerReport[] = [];
    for (const layer of layers) {
      const cut = this.#layers.cut(layer, address, buffer, attributes);
      if (cut.report.features === 0 && cut.report.drawn === 0) continue;
      reports.push(cut.report);
      if (cut.report.drawn > 0) writer.writeBytesField(LAYERS, cut.bytes);
    }
    if (reports.length > 0) {
      writer.writeMessage(LAYERS, (all: readonly LayerReport[], pbf) => writeReport(all, pbf), reports);
    }
    return { bytes: writer.finish().slice(), reports };
  }
}
