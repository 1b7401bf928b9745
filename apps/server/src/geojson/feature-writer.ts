import { type Polygons, signedRingArea, type Transform, transformBetween } from '@tuheng/geometry';
import { type Column, type Layer, layerSpec } from '@tuheng/standard';
import type { NumberedLayer } from '@tuheng/store';
import type { OgcCrs } from '../place/ogc-crs.ts';
import type { ByteWriter } from './byte-writer.ts';

const COMMA = 44;
const OPEN = 91;
const CLOSE = 93;

export interface FeatureForm {
  readonly crs: OgcCrs;
  /** Names of the attributes that are answered; all where not given. */
  readonly properties?: readonly string[];
  /** Numbers that are whole, besides those that the standard has so. */
  readonly integers?: readonly string[];
  readonly skipGeometry?: boolean;
}

type ValueWriter = (writer: ByteWriter, row: number) => void;

/** Writes features of a layer as GeoJSON (RFC 7946) into bytes, straight from the columns and coordinates. */
export class FeatureWriter {
  readonly #ids: Uint32Array;
  readonly #polygons: Polygons;
  readonly #values: readonly ValueWriter[];
  readonly #crs: OgcCrs;
  readonly #transform: Transform | undefined;
  readonly #skipsGeometry: boolean;
  readonly #out: [number, number] = [0, 0];

  constructor(
    { layer, ids }: NumberedLayer,
    { crs, properties, integers, skipGeometry = false }: FeatureForm,
  ) {
    this.#ids = ids;
    this.#polygons = layer.polygons;
    this.#crs = crs;
    this.#transform = layer.crs.epsg === crs.crs.epsg ? undefined : transformBetween(layer.crs, crs.crs);
    this.#skipsGeometry = skipGeometry;
    this.#values = [...layer.columns]
      .filter(([name]) => properties?.includes(name) ?? true)
      .map(([name, column], i) =>
        valueWriter(
          `${i > 0 ? ',' : ''}${JSON.stringify(name)}:`,
          column,
          integers?.includes(name) || isWhole(layer, name),
        ),
      );
  }

  /** @param more members behind the others, `,"name":…` */
  write(writer: ByteWriter, row: number, more = ''): void {
    writer.text(`{"type":"Feature","id":${this.#ids[row]},"geometry":`);
    if (this.#skipsGeometry || !hasPlace(this.#polygons, row)) writer.text('null');
    else this.#geometry(writer, row);
    writer.text(',"properties":{');
    for (const value of this.#values) value(writer, row);
    writer.text(`}${more}}`);
  }

  /** Always a multipolygon, as plans have it: clients take the kind of the first feature for that of the layer. */
  #geometry(writer: ByteWriter, row: number): void {
    const { polygonStart, featureStart } = this.#polygons;
    writer.text('{"type":"MultiPolygon","coordinates":[');
    for (let g = featureStart[row]!; g < featureStart[row + 1]!; g++) {
      if (g > featureStart[row]!) writer.byte(COMMA);
      writer.byte(OPEN);
      for (let r = polygonStart[g]!; r < polygonStart[g + 1]!; r++) {
        const isOuter = r === polygonStart[g]!;
        if (!isOuter) writer.byte(COMMA);
        this.#ring(writer, r, isOuter);
      }
      writer.byte(CLOSE);
    }
    writer.text(']}');
  }

  /** Outer rings run counter-clockwise on the map, inner ones clockwise, in whatever order the coordinates of a point are written. */
  #ring(writer: ByteWriter, r: number, isOuter: boolean): void {
    const { xy, ringStart } = this.#polygons;
    const [from, to] = [ringStart[r]!, ringStart[r + 1]!];
    const isForward = signedRingArea(xy, from, to) >= 0 === isOuter;
    writer.byte(OPEN);
    for (let i = 0; i < to - from; i++) {
      if (i > 0) writer.byte(COMMA);
      const v = isForward ? from + i : to - 1 - i;
      this.#vertex(writer, xy[2 * v]!, xy[2 * v + 1]!);
    }
    writer.byte(CLOSE);
  }

  #vertex(writer: ByteWriter, x: number, y: number): void {
    const out = this.#out;
    if (this.#transform) this.#transform(x, y, out);
    else {
      out[0] = x;
      out[1] = y;
    }
    const { northFirst, decimals } = this.#crs;
    writer.byte(OPEN);
    writer.decimal(out[northFirst ? 1 : 0], decimals);
    writer.byte(COMMA);
    writer.decimal(out[northFirst ? 0 : 1], decimals);
    writer.byte(CLOSE);
  }
}

/** Whether a feature has vertices, and all of them are somewhere. */
export function hasPlace({ xy, ringStart, polygonStart, featureStart }: Polygons, f: number): boolean {
  const from = 2 * ringStart[polygonStart[featureStart[f]!]!]!;
  const to = 2 * ringStart[polygonStart[featureStart[f + 1]!]!]!;
  for (let i = from; i < to; i++) if (!Number.isFinite(xy[i])) return false;
  return to > from;
}

/** @param lead comma and name */
function valueWriter(lead: string, column: Column, whole: boolean): ValueWriter {
  const bytes = Buffer.from(lead);
  if (column.kind === 'text')
    return (writer, row) => {
      writer.bytes(bytes);
      writer.text(JSON.stringify(column.values[row] ?? null));
    };
  return (writer, row) => {
    writer.bytes(bytes);
    writer.text(numberText(column.values[row]!, whole));
  };
}

/** JSON has no number that is not finite. Numbers that may have decimals show it, or clients take the first few for integers and cut the rest. */
function numberText(value: number, whole: boolean): string {
  if (!Number.isFinite(value)) return 'null';
  const text = String(value);
  return whole || !Number.isInteger(value) || text.includes('e') ? text : `${text}.0`;
}

const wholes = new WeakMap<Column, boolean>();

/** Whether a column holds integers only, by the standard and in fact. */
export function isWhole({ code, columns }: Layer, name: string): boolean {
  const column = columns.get(name);
  if (column?.kind !== 'number') return false;
  const known = wholes.get(column);
  if (known !== undefined) return known;
  const spec = layerSpec(code)?.fields.find((field) => field.name === name);
  const whole =
    spec?.type === 'integer' &&
    column.values.every((value) => !Number.isFinite(value) || Number.isInteger(value));
  wholes.set(column, whole);
  return whole;
}
