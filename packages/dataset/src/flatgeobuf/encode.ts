import { type FileHandle, open } from 'node:fs/promises';
import { featureCount, type Polygons } from '@tuheng/geometry';
import type { Crs } from '@tuheng/standard';
import { Builder } from 'flatbuffers';
import { Column as FgbColumn } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Crs as FgbCrs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { MAGIC } from './feature-file.ts';

/** A column to write: `values` has one entry per feature, null for none. */
export interface PivotField {
  readonly name: string;
  readonly title: string;
  readonly type: 'text' | 'double' | 'integer' | 'long' | 'date';
  /** Characters; 0 for no limit. */
  readonly width: number;
  readonly valueAt: (feature: number) => string | number | null;
}

const columnTypes = {
  text: ColumnType.String,
  double: ColumnType.Double,
  integer: ColumnType.Int,
  long: ColumnType.Long,
  date: ColumnType.DateTime,
} as const satisfies Record<PivotField['type'], ColumnType>;

const CHUNK = 4 * 1024 * 1024;
const encoder = new TextEncoder();

const geometryTypes = {
  polygons: GeometryType.MultiPolygon,
  lines: GeometryType.MultiLineString,
  points: GeometryType.Point,
} as const;

/** Writes multipolygons, lines or points with attributes as FlatGeobuf without an index, features in order, memory bounded by a chunk. */
export async function encodeFlatGeobuf(
  path: string,
  layer: {
    readonly name: string;
    readonly crs: Crs;
    readonly polygons: Polygons;
    readonly shapes?: keyof typeof geometryTypes;
    readonly fields: readonly PivotField[];
  },
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    const sink = new Sink(file);
    await sink.add(MAGIC);
    const builder = new Builder(1024);
    await sink.add(encodeHeader(builder, layer));
    for (let f = 0; f < featureCount(layer.polygons); f++) {
      builder.clear();
      await sink.add(encodeFeature(builder, layer, f));
    }
    await sink.flush();
  } finally {
    await file.close();
  }
}

function encodeHeader(builder: Builder, layer: Parameters<typeof encodeFlatGeobuf>[1]): Uint8Array {
  const columns = layer.fields.map((field) => {
    const name = builder.createString(field.name);
    const title = builder.createString(field.title);
    FgbColumn.startColumn(builder);
    FgbColumn.addName(builder, name);
    FgbColumn.addType(builder, columnTypes[field.type]);
    if (field.title !== '') FgbColumn.addTitle(builder, title);
    if (field.width > 0) FgbColumn.addWidth(builder, field.width);
    return FgbColumn.endColumn(builder);
  });
  const columnsVector = Header.createColumnsVector(builder, columns);
  const authority = builder.createString('EPSG');
  FgbCrs.startCrs(builder);
  FgbCrs.addOrg(builder, authority);
  FgbCrs.addCode(builder, layer.crs.epsg);
  const crs = FgbCrs.endCrs(builder);
  const name = builder.createString(layer.name);
  Header.startHeader(builder);
  Header.addName(builder, name);
  Header.addGeometryType(builder, geometryTypes[layer.shapes ?? 'polygons']);
  Header.addColumns(builder, columnsVector);
  Header.addFeaturesCount(builder, BigInt(featureCount(layer.polygons)));
  Header.addIndexNodeSize(builder, 0);
  Header.addCrs(builder, crs);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}

function encodeFeature(
  builder: Builder,
  { polygons, shapes = 'polygons', fields }: Parameters<typeof encodeFlatGeobuf>[1],
  f: number,
): Uint8Array {
  const geometry =
    shapes === 'polygons' ? encodePolygons(builder, polygons, f) : encodeLine(builder, polygons, f, shapes);
  const properties = Feature.createPropertiesVector(builder, encodeProperties(fields, f));
  Feature.startFeature(builder);
  if (geometry !== undefined) Feature.addGeometry(builder, geometry);
  Feature.addProperties(builder, properties);
  builder.finishSizePrefixed(Feature.endFeature(builder));
  return builder.asUint8Array();
}

/** The rings of a feature as a MultiLineString, or its first vertex as a Point; undefined for a feature without either. */
function encodeLine(
  builder: Builder,
  p: Polygons,
  f: number,
  shapes: 'lines' | 'points',
): number | undefined {
  const firstRing = p.polygonStart[p.featureStart[f]!]!;
  const afterRings = p.polygonStart[p.featureStart[f + 1]!]!;
  if (firstRing === afterRings) return undefined;
  const from = p.ringStart[firstRing]!;
  const to = shapes === 'points' ? from + 1 : p.ringStart[afterRings]!;
  const xy = Geometry.createXyVector(builder, p.xy.subarray(from * 2, to * 2));
  const ends = p.ringStart.subarray(firstRing + 1, afterRings + 1).map((end) => end - from);
  const endsVector = shapes === 'lines' ? Geometry.createEndsVector(builder, ends) : undefined;
  Geometry.startGeometry(builder);
  Geometry.addXy(builder, xy);
  if (endsVector !== undefined) Geometry.addEnds(builder, endsVector);
  Geometry.addType(builder, geometryTypes[shapes]);
  return Geometry.endGeometry(builder);
}

/** Undefined for a feature without polygons: it has no geometry. */
function encodePolygons(builder: Builder, p: Polygons, f: number): number | undefined {
  const parts: number[] = [];
  for (let i = p.featureStart[f]!; i < p.featureStart[f + 1]!; i++) {
    const firstRing = p.polygonStart[i]!;
    const afterRings = p.polygonStart[i + 1]!;
    const from = p.ringStart[firstRing]!;
    const xy = Geometry.createXyVector(builder, p.xy.subarray(from * 2, p.ringStart[afterRings]! * 2));
    const ends = p.ringStart.subarray(firstRing + 1, afterRings + 1).map((end) => end - from);
    const endsVector = Geometry.createEndsVector(builder, ends);
    Geometry.startGeometry(builder);
    Geometry.addXy(builder, xy);
    Geometry.addEnds(builder, endsVector);
    Geometry.addType(builder, GeometryType.Polygon);
    parts.push(Geometry.endGeometry(builder));
  }
  if (parts.length === 0) return undefined;
  const partsVector = Geometry.createPartsVector(builder, parts);
  Geometry.startGeometry(builder);
  Geometry.addParts(builder, partsVector);
  Geometry.addType(builder, GeometryType.MultiPolygon);
  return Geometry.endGeometry(builder);
}

function encodeProperties(fields: readonly PivotField[], f: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  fields.forEach((field, i) => {
    const value = field.valueAt(f);
    if (value === null) return;
    const text = typeof value === 'string' ? encoder.encode(value) : undefined;
    const piece = new Uint8Array(2 + (text ? 4 + text.length : field.type === 'integer' ? 4 : 8));
    const view = new DataView(piece.buffer);
    view.setUint16(0, i, true);
    if (text) {
      view.setUint32(2, text.length, true);
      piece.set(text, 6);
    } else if (field.type === 'integer') {
      view.setInt32(2, value as number, true);
    } else if (field.type === 'long') {
      view.setBigInt64(2, BigInt(value), true);
    } else {
      view.setFloat64(2, value as number, true);
    }
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}

/** Collects small pieces into large writes. */
class Sink {
  readonly #file: FileHandle;
  #chunk = new Uint8Array(CHUNK);
  #length = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async add(bytes: Uint8Array): Promise<void> {
    if (this.#length + bytes.length > this.#chunk.length) await this.flush();
    if (bytes.length > this.#chunk.length) {
      await this.#file.writeFile(bytes);
      return;
    }
    this.#chunk.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  async flush(): Promise<void> {
    await this.#file.writeFile(this.#chunk.subarray(0, this.#length));
    this.#length = 0;
  }
}
