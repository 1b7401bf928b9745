import { featureCount, type Polygons, PolygonsBuilder, selectFeatures } from '@tuheng/geometry';
import {
  areaValues,
  type Column,
  type Crs,
  changeFields,
  type FieldSpec,
  isVerified,
  type Layer,
  layerNames,
  layerSpec,
  numberAt,
} from '@tuheng/standard';
import type { Measure } from '../measure.ts';
import type { LayerChange } from './change.ts';
import type { Identifiers } from './identifiers.ts';

/** One layer of the maintenance database with the fields to be written, in order. */
export interface ChangeSetLayer extends Layer {
  readonly fields: readonly FieldSpec[];
}

/** 维护前 WHQ、维护层 WHC、维护后 WHH of one maintained layer (standards.md §2.2), in the working plane. */
export interface LayerChangeSet {
  readonly code: string;
  readonly before: ChangeSetLayer;
  readonly change: ChangeSetLayer;
  readonly after: ChangeSetLayer;
}

const TRANSFER_IN = '1';
const RECLASSIFIED = '2';
const TRANSFER_OUT = '3';

/** What all layers of one maintenance database have in common. */
export interface Delivery {
  /** yyyymmdd, for WHBH. */
  readonly date: string;
  readonly identifiers: Identifiers;
  /** Written into BZ of every piece of WHC; null where there is nothing to remark. */
  readonly remark: string | null;
}

/**
 * Builds WHQ, WHC and WHH of a layer. WHQ: the features of A that lose ground or change class, whole. WHC: the change itself,
 * single-part, numbered `date` + 6 digits. WHH: what stands on their ground after the maintenance, and the transfer in;
 * BSM continues after the largest of A, areas are recomputed. Slivers (数据噪声) are in none of them.
 */
export function changeSetOf(
  change: LayerChange,
  measure: Measure,
  plane: Crs,
  delivery: Delivery,
): LayerChangeSet {
  const names = layerNames(change.code);
  const { filed, maintained } = change;
  const touched = [
    ...new Set(change.mode === 'transfer' ? change.transferOut.left : change.reclassified.left),
  ].sort((a, b) => a - b);
  const before = copyRows(names.before, filed.layer, selectFeatures(filed.polygons, touched), touched, plane);

  const afterRows = [...change.kept.right];
  const afterShapes = new PolygonsBuilder();
  for (let k = 0; k < featureCount(change.kept.polygons); k++)
    afterShapes.copyFeature(change.kept.polygons, k);
  if (change.mode === 'transfer') {
    for (let k = 0; k < featureCount(change.transferIn.polygons); k++) {
      afterShapes.copyFeature(change.transferIn.polygons, k);
      afterRows.push(change.transferIn.left[k]!);
    }
  }
  const copied = copyRows(names.after, maintained.layer, afterShapes.build(), afterRows, plane);
  const after = renumbered(remeasured(copied, change.code, measure), delivery.identifiers);
  return { code: change.code, before, change: changeLayer(change, names.change, plane, delivery), after };
}

/** The pieces of WHC in delivery order: in, reclassified, out. */
export function changePieces(change: LayerChange): {
  readonly type: '1' | '2' | '3';
  readonly polygons: Polygons;
  readonly piece: number;
  /** The feature whose name and region the piece carries: of B for what comes in, of A otherwise. */
  readonly owner: Layer;
  readonly row: number;
}[] {
  const list = (type: '1' | '2' | '3', pieces: LayerChange['transferIn'], owner: Layer) =>
    [...pieces.left].map((row, piece) => ({ type, polygons: pieces.polygons, piece, owner, row }));
  return [
    ...(change.mode === 'transfer' ? list(TRANSFER_IN, change.transferIn, change.maintained.layer) : []),
    ...list(RECLASSIFIED, change.reclassified, change.filed.layer),
    ...(change.mode === 'transfer' ? list(TRANSFER_OUT, change.transferOut, change.filed.layer) : []),
  ];
}

function changeLayer(
  change: LayerChange,
  name: string,
  plane: Crs,
  { date, identifiers, remark }: Delivery,
): ChangeSetLayer {
  const builder = new PolygonsBuilder();
  const columns = new Map<string, (string | null)[]>(changeFields.map((field) => [field.name, []]));
  const put = (field: string, value: string | null) => columns.get(field)?.push(value);
  // A code that was only derived is not written as if it were one: the planner fills it in.
  const { ysdm: known } = layerSpec(change.code)!;
  const ysdm = isVerified(known) ? known.value : null;
  for (const [index, { type, polygons, piece, owner, row }] of changePieces(change).entries()) {
    builder.copyFeature(polygons, piece);
    const region = identifiers.regionOf(owner, row);
    put('BSM', identifiers.next(region.code));
    put('YSDM', ysdm);
    put('XZQDM', region.code);
    put('XZQMC', region.name);
    put('WHLX', type);
    put('WHBH', `${date}${String(index + 1).padStart(6, '0')}`);
    // The value domains of these are not known (未核实): they stay empty for the planner to fill.
    for (const field of ['WHLY', 'JDZBLY', 'KZBSHSLX']) put(field, null);
    put('BZ', remark);
  }
  return {
    code: name,
    sourceName: name,
    crs: plane,
    polygons: builder.build(),
    columns: new Map([...columns].map(([field, values]) => [field, { kind: 'text', values }])),
    fields: changeFields,
  };
}

/** Rows of `source` under new shapes. Fields the standard does not know are not part of a delivery and left out. */
function copyRows(
  name: string,
  source: Layer,
  polygons: Polygons,
  rows: readonly number[],
  plane: Crs,
): ChangeSetLayer {
  const fields = layerSpec(source.code)?.fields.filter((field) => source.columns.has(field.name)) ?? [];
  const columns = new Map<string, Column>();
  for (const field of fields) {
    const column = source.columns.get(field.name)!;
    columns.set(
      field.name,
      column.kind === 'text'
        ? { kind: 'text', values: rows.map((row) => column.raw?.[row] ?? column.values[row] ?? null) }
        : { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row]!) },
    );
  }
  return { code: name, sourceName: name, crs: plane, polygons, columns, fields };
}

/** Area fields recomputed, m² with 2 decimals: gross from the shape, net by taking off the share KCXS, KCMJ the difference. */
function remeasured(layer: ChangeSetLayer, code: string, measure: Measure): ChangeSetLayer {
  const spec = layerSpec(code)!;
  const n = featureCount(layer.polygons);
  const measured = new Map<string, Float64Array>();
  for (let f = 0; f < n; f++) {
    const gross = measure.ellipsoid(layer.polygons, f);
    for (const [field, value] of areaValues(spec, gross, numberAt(layer, 'KCXS', f) || 0)) {
      const values = measured.get(field) ?? new Float64Array(n);
      measured.set(field, values);
      values[f] = value;
    }
  }
  const columns = new Map(layer.columns);
  for (const [field, values] of measured) {
    if (columns.has(field)) columns.set(field, { kind: 'number', values });
  }
  return { ...layer, columns };
}

/** New BSM for every row. */
function renumbered(layer: ChangeSetLayer, identifiers: Identifiers): ChangeSetLayer {
  if (!layer.columns.has('BSM')) return layer;
  const values = Array.from({ length: featureCount(layer.polygons) }, (_, f) =>
    identifiers.next(identifiers.regionOf(layer, f).code),
  );
  return { ...layer, columns: new Map(layer.columns).set('BSM', { kind: 'text', values }) };
}
