import type { ZoomTiles } from '../tiles-case.ts';

/** The table of tiles' geometry: in EPSG:3857, indexed, with the attributes that ours carries. */
export function tileTable(layer: string): { readonly name: string; readonly make: readonly string[] } {
  const name = `${layer}_mercator`;
  return {
    name,
    make: [
      `CREATE UNLOGGED TABLE ${name} AS SELECT id, lpad(id::text, 18, '0') AS bsm, code AS dlbm,
         ST_Transform(ST_SetSRID(geom, 4532), 3857) AS geom FROM ${layer} ORDER BY ST_GeoHash(ST_Transform(ST_SetSRID(ST_PointOnSurface(geom), 4532), 4326));`,
      `CREATE INDEX ON ${name} USING gist (geom);`,
      `VACUUM ANALYZE ${name};`,
    ],
  };
}

/** The planner's own costs of parallel workers: to start them for every small tile would cost forty milliseconds each time. */
export const calm = [
  'SET parallel_setup_cost = 1000;',
  'SET parallel_tuple_cost = 0.1;',
  "SET min_parallel_table_scan_size = '8MB';",
  "SET min_parallel_index_scan_size = '512kB';",
];

/** One statement a tile, as the manual of PostGIS has it. */
export function tileQueries(table: string, { z, tiles }: ZoomTiles): string[] {
  return tiles.map(
    ([x, y]) => `
  SELECT length(ST_AsMVT(feature, 'DLTB', 4096, 'geom', 'id')) FROM (
    SELECT id, bsm, dlbm, ST_AsMVTGeom(geom, ST_TileEnvelope(${z}, ${x}, ${y}), 4096, 64) AS geom
    FROM ${table} WHERE geom && ST_TileEnvelope(${z}, ${x}, ${y}, margin => 64.0 / 4096)
  ) feature WHERE geom IS NOT NULL;`,
  );
}
