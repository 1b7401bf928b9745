/**
 * Vector tiles of a layer in a process of its own: `tiles-case.ts ours FILE` or `tiles-case.ts geojsonvt FILE TILES`, the tiles in JSON as
 * ours gave them. Everything is done twice and the second time counts. Prints one JSON line.
 */
import { availableParallelism } from 'node:os';
import { featureCount, loadKernelOverlay } from '@tuheng/geometry';
import { defaultTolerance } from '@tuheng/standard';
import { prepareLayer, TileCutter, type TileLayer } from '@tuheng/tiles';
import { createTilePool } from '@tuheng/tiles/node-pool';
import { readDatasetFile } from './inputs/dataset-file.ts';
import { tileInput } from './inputs/tile-input.ts';
import { peakMB } from './peak-memory.ts';
import { indexTiles } from './peers/geojson-vt.ts';

/** Tiles of one zoom, as many as differ among those that hold the middles of some features. */
export interface ZoomTiles {
  readonly z: number;
  readonly tiles: readonly (readonly [x: number, y: number])[];
}

export interface ZoomRun extends ZoomTiles {
  /** Seconds of each tile. */
  readonly seconds: readonly number[];
  /** Of the largest tile: its bytes and the shapes in it. */
  readonly bytes: number;
  readonly shapes: number;
}

export interface TilesRun {
  readonly features: number;
  /** Seconds until the first tile can be cut, from a layer in memory; of geojson-vt without and with writing GeoJSON. */
  readonly prepare: number;
  readonly convert: number;
  readonly zooms: readonly ZoomRun[];
  /** Peak memory of the first round. */
  readonly peakMB: number;
  /** Tiles a second by a pool of one thread a core, as many tiles as there are of zooms 12 to 17. */
  readonly perSecond?: number;
}

const ZOOMS = Array.from({ length: 11 }, (_, k) => 7 + k);
const MIDDLES = 40;
/** Zooms at which a map of a plan is mostly looked at. */
const LOOKED_AT = 12;
const ROUNDS_OF_POOL = 5;

const [side, file, tiles] = process.argv.slice(2) as [string, string, string | undefined];
const dataset = readDatasetFile(file);
const features = tileInput(dataset);
const run = side === 'ours' ? await ours() : geojsonVt(JSON.parse(tiles!) as ZoomTiles[]);
process.stdout.write(`${JSON.stringify(run)}\n`);
process.exit();

async function ours(): Promise<TilesRun> {
  let layer: TileLayer | undefined;
  let prepare = 0;
  let peak = 0;
  let zooms: ZoomRun[] = [];
  const cutter = new TileCutter();
  const overlay = await loadKernelOverlay(defaultTolerance.grid);
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    const started = performance.now();
    const made = prepareLayer(features, {
      attributes: ['BSM', 'DLBM'],
      classes: ['DLBM'],
      dissolve: (members) => overlay.dissolve(members),
    });
    prepare = (performance.now() - started) / 1000;
    layer = made;
    zooms = tilesAmid(made).map((zoom) =>
      timed(zoom, (z, x, y) => {
        const { bytes, reports } = cutter.cut({ z, x, y }, [made]);
        return { bytes: bytes.length, shapes: reports[0]?.drawn ?? 0 };
      }),
    );
    if (round === 0) peak = peakMB();
  }
  return {
    features: featureCount(dataset.polygons),
    prepare,
    convert: 0,
    zooms,
    peakMB: peak,
    perSecond: await throughput(layer!, zooms),
  };
}

async function throughput(layer: TileLayer, zooms: readonly ZoomTiles[]): Promise<number> {
  const pool = createTilePool(availableParallelism());
  await pool.load('layer', layer);
  const addresses = zooms
    .filter(({ z }) => z >= LOOKED_AT)
    .flatMap(({ z, tiles: all }) => all.map(([x, y]) => ({ z, x, y })));
  let seconds = 0;
  for (let round = 0; round < 2; round++) {
    const started = performance.now();
    for (let k = 0; k < ROUNDS_OF_POOL; k++) {
      await Promise.all(addresses.map((address) => pool.cut(address, ['layer'])));
    }
    seconds = (performance.now() - started) / 1000;
  }
  pool.close();
  return (ROUNDS_OF_POOL * addresses.length) / seconds;
}

function geojsonVt(asked: readonly ZoomTiles[]): TilesRun {
  let prepare = 0;
  let convert = 0;
  let peak = 0;
  let zooms: ZoomRun[] = [];
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    const index = indexTiles(features);
    ({ prepare, convert } = index);
    zooms = asked.map((zoom) => timed(zoom, index.cut));
    if (round === 0) peak = peakMB();
  }
  return { features: featureCount(dataset.polygons), prepare, convert, zooms, peakMB: peak };
}

function timed(
  { z, tiles: all }: ZoomTiles,
  cut: (z: number, x: number, y: number) => { readonly bytes: number; readonly shapes: number },
): ZoomRun {
  const seconds: number[] = [];
  let largest = { bytes: 0, shapes: 0 };
  for (const [x, y] of all) {
    const started = performance.now();
    const tile = cut(z, x, y);
    seconds.push((performance.now() - started) / 1000);
    if (tile.bytes > largest.bytes) largest = tile;
  }
  return { z, tiles: all, seconds, ...largest };
}

function tilesAmid({ features: { boxes } }: TileLayer): ZoomTiles[] {
  const n = boxes.length / 4;
  return ZOOMS.map((z) => {
    const found = new Map<string, readonly [number, number]>();
    for (let k = 0; k < MIDDLES; k++) {
      const f = 4 * Math.floor(((k + 0.5) / MIDDLES) * n);
      const x = Math.floor(((boxes[f]! + boxes[f + 2]!) / 2) * 2 ** z);
      const y = Math.floor(((boxes[f + 1]! + boxes[f + 3]!) / 2) * 2 ** z);
      found.set(`${x}/${y}`, [x, y]);
    }
    return { z, tiles: [...found.values()] };
  });
}
