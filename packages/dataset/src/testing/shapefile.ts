import { writeFile } from 'node:fs/promises';

interface ShapefileText {
  /** Field name and values, already in the encoding of the file. */
  readonly name: Buffer;
  readonly length: number;
  readonly values: readonly Buffer[];
}

/** What Esri tools write for EPSG:4532: no authority, their own names. */
const esriZone44 =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_44",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",44500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",132.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

/** Writes `stem`.shp, .shx, .dbf, .prj: one polygon of one ring per record, text fields. */
export async function writeShapefile(
  stem: string,
  rings: readonly (readonly number[])[],
  fields: readonly ShapefileText[],
  more: { readonly cpg?: string; readonly languageDriver?: number; readonly prj?: string } = {},
): Promise<void> {
  const records = rings.map(polygonRecord);
  const xs = rings.flatMap((ring) => ring.filter((_, i) => i % 2 === 0));
  const ys = rings.flatMap((ring) => ring.filter((_, i) => i % 2 === 1));
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const shp: Buffer[] = [];
  const shx: Buffer[] = [];
  let offset = 100;
  records.forEach((content, i) => {
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(content.length / 2, 4);
    const index = Buffer.alloc(8);
    index.writeInt32BE(offset / 2, 0);
    index.writeInt32BE(content.length / 2, 4);
    shp.push(head, content);
    shx.push(index);
    offset += 8 + content.length;
  });
  await writeFile(`${stem}.shp`, withHeader(Buffer.concat(shp), box));
  await writeFile(`${stem}.shx`, withHeader(Buffer.concat(shx), box));
  await writeFile(`${stem}.dbf`, dbf(fields, rings.length, more.languageDriver ?? 0));
  await writeFile(`${stem}.prj`, more.prj ?? esriZone44);
  if (more.cpg !== undefined) await writeFile(`${stem}.cpg`, more.cpg);
}

function withHeader(body: Buffer, box: readonly number[]): Buffer {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + body.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  box.forEach((value, i) => {
    header.writeDoubleLE(value, 36 + 8 * i);
  });
  return Buffer.concat([header, body]);
}

function polygonRecord(ring: readonly number[]): Buffer {
  const record = Buffer.alloc(48 + ring.length * 8);
  record.writeInt32LE(5, 0);
  const xs = ring.filter((_, i) => i % 2 === 0);
  const ys = ring.filter((_, i) => i % 2 === 1);
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, i) => {
    record.writeDoubleLE(value, 4 + 8 * i);
  });
  record.writeInt32LE(1, 36);
  record.writeInt32LE(ring.length / 2, 40);
  ring.forEach((value, i) => {
    record.writeDoubleLE(value, 48 + 8 * i);
  });
  return record;
}

function dbf(fields: readonly ShapefileText[], records: number, languageDriver: number): Buffer {
  const header = Buffer.alloc(32);
  header.set([3, 124, 1, 1]);
  header.writeUInt32LE(records, 4);
  header.writeUInt16LE(33 + 32 * fields.length, 8);
  header.writeUInt16LE(1 + fields.reduce((sum, { length }) => sum + length, 0), 10);
  header[29] = languageDriver;
  const descriptors = fields.map(({ name, length }) => {
    const descriptor = Buffer.alloc(32);
    name.copy(descriptor, 0, 0, 10);
    descriptor.write('C', 11);
    descriptor[16] = length;
    return descriptor;
  });
  const rows: Buffer[] = [];
  for (let r = 0; r < records; r++) {
    rows.push(Buffer.from(' '));
    for (const { values, length } of fields) {
      const cell = Buffer.alloc(length, ' ');
      values[r]?.copy(cell, 0, 0, length);
      rows.push(cell);
    }
  }
  return Buffer.concat([header, ...descriptors, Buffer.of(0x0d), ...rows, Buffer.of(0x1a)]);
}
