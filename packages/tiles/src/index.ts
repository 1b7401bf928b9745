export { TilesError } from './errors.ts';
export { EXACT_ZOOM, EXTENT, MAX_ZOOM } from './grid.ts';
export { TilePool } from './pool/tile-pool.ts';
export type { TileTasks } from './pool/tile-tasks.ts';
export { type NumberedFeatures, type PrepareOptions, prepareLayer } from './prepare-layer.ts';
export type { TileAddress } from './tile-address.ts';
export { type CutOptions, type Tile, TileCutter } from './tile-cutter.ts';
export { shareTileLayer, type TileLayer } from './tile-layer.ts';
export { type LayerReport, REPORT_LAYER } from './tile-report.ts';
