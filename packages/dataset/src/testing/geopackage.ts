import { DatabaseSync } from 'node:sqlite';

const cgcs2000 =
  'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4490"]]';

/** EPSG:4532 as GeoPackages carry it. */
export const srs4532 = {
  organization: 'EPSG',
  code: 4532,
  definition: `PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone 44",${cgcs2000},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",132],PARAMETER["scale_factor",1],PARAMETER["false_easting",44500000],PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","4532"]]`,
};

/** 4490+5737, without a code of its own. */
export const srsCompound = {
  organization: 'custom',
  code: 1,
  definition: `COMPD_CS["CGCS2000 + 1985",${cgcs2000},VERT_CS["Yellow Sea 1985 height",VERT_DATUM["Yellow Sea 1985",2005],UNIT["metre",1],AXIS["Up",UP],AUTHORITY["EPSG","5737"]]]`,
};

/** EPSG:32652, a UTM zone over the same place. */
export const srsUtm = {
  organization: 'EPSG',
  code: 32652,
  definition:
    'PROJCS["WGS 84 / UTM zone 52N",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",129],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","32652"]]',
};

/** No CRS at all. */
export const srsNone = { organization: 'NONE', code: 0, definition: 'undefined' };

/** A layer of a hand-made GeoPackage. */
export interface RawLayer {
  readonly name: string;
  readonly srs: { readonly organization: string; readonly code: number; readonly definition: string };
  /** POLYGON, CURVEPOLYGON, GEOMETRY … */
  readonly geometryType?: string;
  readonly z?: 0 | 1 | 2;
  /** Column definitions in SQL. */
  readonly columns?: readonly string[];
  readonly rows: readonly {
    /** Well-known binary, or null. */
    readonly geometry: Buffer | null;
    readonly values?: readonly (string | number | null)[];
  }[];
}

/** Writes a GeoPackage with SQLite alone, so that tests can put in what no driver would write. */
export function writeRawGeoPackage(path: string, layers: readonly RawLayer[]): void {
  const db = new DatabaseSync(path);
  db.exec(`
    PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT,
      last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
    INSERT INTO gpkg_spatial_ref_sys VALUES ('none', -1, 'NONE', -1, 'undefined', NULL), ('none', 0, 'NONE', 0, 'undefined', NULL);
  `);
  layers.forEach((layer, i) => {
    const id = 90_000 + i;
    const { organization, code, definition } = layer.srs;
    const srsId = organization === 'NONE' ? 0 : id;
    if (srsId !== 0) {
      db.prepare('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)').run(
        `srs ${id}`,
        id,
        organization,
        code,
        definition,
      );
    }
    const columns = layer.columns ?? [];
    db.exec(
      `CREATE TABLE "${layer.name}" (${['fid INTEGER PRIMARY KEY', 'geom BLOB', ...columns].join(', ')})`,
    );
    db.prepare(
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, ?)",
    ).run(layer.name, layer.name, srsId);
    db.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, ?, 0)").run(
      layer.name,
      layer.geometryType ?? 'GEOMETRY',
      srsId,
      layer.z ?? 0,
    );
    const marks = ['?', '?', ...columns.map(() => '?')].join(', ');
    const insert = db.prepare(`INSERT INTO "${layer.name}" VALUES (${marks})`);
    layer.rows.forEach((row, r) => {
      insert.run(r + 1, row.geometry && geoPackageBlob(row.geometry, srsId), ...(row.values ?? []));
    });
  });
  db.close();
}

function geoPackageBlob(wkb: Buffer, srsId: number): Buffer {
  const header = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]);
  header.writeInt32LE(srsId, 4);
  return Buffer.concat([header, wkb]);
}

/** Well-known binary of a geometry whose parts are geometries, e.g. CURVEPOLYGON (10), GEOMETRYCOLLECTION (7). */
export function wkbOfParts(type: number, parts: readonly Buffer[]): Buffer {
  return Buffer.concat([wkbHead(type, parts.length), ...parts]);
}

/** Well-known binary of a line-like geometry: LINESTRING (2), CIRCULARSTRING (8). */
export function wkbOfPoints(type: number, coordinates: readonly number[], dimension = 2): Buffer {
  return Buffer.concat([wkbHead(type, coordinates.length / dimension), doubles(coordinates)]);
}

/** Well-known binary of a POLYGON (3), or POLYGON Z (1003) with `dimension` 3. */
export function wkbPolygon(rings: readonly (readonly number[])[], type = 3, dimension = 2): Buffer {
  const parts = rings.map((ring) => {
    const count = Buffer.alloc(4);
    count.writeUInt32LE(ring.length / dimension);
    return Buffer.concat([count, doubles(ring)]);
  });
  return Buffer.concat([wkbHead(type, rings.length), ...parts]);
}

function wkbHead(type: number, count: number): Buffer {
  const head = Buffer.alloc(9, 1);
  head.writeUInt32LE(type, 1);
  head.writeUInt32LE(count, 5);
  return head;
}

function doubles(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => {
    buffer.writeDoubleLE(value, i * 8);
  });
  return buffer;
}
