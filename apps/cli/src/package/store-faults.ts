import { DatabaseSync } from 'node:sqlite';
import type { StoredDataFault } from '@tuheng/demonstration';

/** Bytes of a GeoPackage geometry's header by the kind of its envelope. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/**
 * Puts faults into the stored geometries of a GeoPackage that no writer would write. Its spatial indexes are given up: their triggers need
 * functions that SQLite alone has not.
 */
export function storeFaults(path: string, faults: readonly StoredDataFault[]): void {
  const db = new DatabaseSync(path);
  try {
    for (const { kind, layer, row } of faults) {
      const table = `"${layer.replaceAll('"', '""')}"`;
      dropTriggers(db, layer);
      const { geom } = db.prepare(`SELECT geom FROM ${table} WHERE fid = ?`).get(row) as { geom: Uint8Array };
      const ring = outerRing(geom);
      const columns = db.prepare(
        `UPDATE gpkg_geometry_columns SET ${kind === 'z' ? 'z = 1' : "geometry_type_name = 'GEOMETRY'"} WHERE table_name = ?`,
      );
      if (kind === 'z' || kind === 'curve') columns.run(layer);
      db.prepare(`UPDATE ${table} SET geom = ? WHERE fid = ?`).run(
        Buffer.concat([header(geom), shapes[kind](ring)]),
        row,
      );
    }
  } finally {
    db.close();
  }
}

function dropTriggers(db: DatabaseSync, layer: string): void {
  const triggers = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?")
    .all(layer) as { name: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
}

const shapes: Readonly<Record<StoredDataFault['kind'], (ring: readonly number[]) => Buffer>> = {
  z: (ring) => {
    const points: number[] = [];
    for (let i = 0; i < ring.length; i += 2) points.push(ring[i]!, ring[i + 1]!, 60);
    return Buffer.concat([head(1003, 1), counted(ring.length / 2, points)]);
  },
  /** Four quarters of a circle through the western, northern, eastern and southern point of the ring. */
  curve: (ring) => {
    const quarter = (ring.length / 2 - 1) / 4;
    const points = [0, 1, 2, 3, 4].flatMap((k) => [ring[2 * k * quarter]!, ring[2 * k * quarter + 1]!]);
    return Buffer.concat([head(10, 1), head(8, points.length / 2), doubles(points)]);
  },
  'open-ring': (ring) => Buffer.concat([head(3, 1), counted(ring.length / 2 - 1, ring.slice(0, -2))]),
  'not-finite': (ring) => {
    const points = [...ring];
    points[2] = Number.NaN;
    return Buffer.concat([head(3, 1), counted(points.length / 2, points)]);
  },
};

/** The header of a stored geometry without its envelope, which would tell of the shape that was. */
function header(blob: Uint8Array): Buffer {
  const plain = Buffer.from(blob.subarray(0, 8));
  plain[3] = plain[3]! & 0b1111_0001;
  return plain;
}

/** The outer ring of the first polygon of a stored (multi)polygon, little-endian as GDAL writes it. */
function outerRing(blob: Uint8Array): number[] {
  const bytes = Buffer.from(blob);
  let at = 8 + ENVELOPE_BYTES[(bytes[3]! >> 1) & 7]!;
  const isMulti = bytes.readUInt32LE(at + 1) === 6;
  if (isMulti) at += 9;
  at += 9;
  const points = bytes.readUInt32LE(at);
  return Array.from({ length: 2 * points }, (_, i) => bytes.readDoubleLE(at + 4 + 8 * i));
}

function head(type: number, count: number): Buffer {
  const bytes = Buffer.alloc(9, 1);
  bytes.writeUInt32LE(type, 1);
  bytes.writeUInt32LE(count, 5);
  return bytes;
}

function counted(count: number, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(count);
  return Buffer.concat([bytes, doubles(values)]);
}

function doubles(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, i) => {
    bytes.writeDoubleLE(value, 8 * i);
  });
  return bytes;
}
