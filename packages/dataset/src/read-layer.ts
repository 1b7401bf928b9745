import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Polygons, Polylines } from '@tuheng/geometry';
import {
  CGCS2000,
  type Column,
  type DeclaredCrs,
  type DeliveredLayer,
  type DeliveredLineLayer,
  type Note,
} from '@tuheng/standard';
import { deliveredFields } from './attributes/delivered-fields.ts';
import { type PlannedField, planFields } from './attributes/field-plan.ts';
import { toColumn } from './attributes/to-column.ts';
import { identifyCrs } from './crs/identify.ts';
import { DatasetError } from './errors.ts';
import { ARC_STEP_DEGREES } from './flatgeobuf/arc.ts';
import { type Decide, type Decoded, decodeFlatGeobuf, decodeLines } from './flatgeobuf/decode.ts';
import type { GdalProcess } from './gdal/gdal-process.ts';
import type { CountedMessage } from './gdal/protocol.ts';
import { LayerNotes } from './layer-notes.ts';
import type { Candidate, ReadContext } from './read-context.ts';

/** FlatGeobuf has no lists and no times of day; as text they keep what they say. */
const listsAsText = ['IntegerList', 'Integer64List', 'RealList', 'StringList', 'Time']
  .map((type) => `${type}=String`)
  .join(',');

/** GDAL's words for a feature whose rings it did not sort into outer rings and holes (see `restoreHoles`). */
const SHORT_RING = /^organizePolygons\(\) received an unexpected geometry/;

/** A layer that was read, of polygons or of lines. */
export type ReadLayer =
  | { readonly shapes: 'polygons'; readonly layer: DeliveredLayer; readonly notes: readonly Note[] }
  | { readonly shapes: 'lines'; readonly layer: DeliveredLineLayer; readonly notes: readonly Note[] };

/**
 * Reads one layer: GDAL writes it as FlatGeobuf into the pivot folder, and that is decoded into columns. Curves and heights
 * pass through GDAL untouched, so that they are seen, counted and made plain here.
 *
 * @returns when GDAL is done with the layer and free for the next; `decoded` settles when the layer is there
 */
export async function readLayer(
  gdal: GdalProcess,
  candidate: Candidate,
  context: ReadContext & { readonly virtualPivot: string },
): Promise<{ readonly decoded: Promise<ReadLayer> }> {
  const { spec, sourceName } = candidate;
  const where = `${context.name} 图层 ${sourceName}`;
  const notes = new LayerNotes(candidate.code, sourceName);
  if (candidate.by === 'alias') notes.add('dataset.layer-alias', `按别名识别为 ${spec.code} ${spec.title}`);
  const declared = declaredCrs(candidate, context, notes);
  const warnings = await writePivot(gdal, candidate, context);
  return { decoded: decodePivot(candidate, context, where, declared, warnings, notes) };
}

async function decodePivot(
  candidate: Candidate,
  context: ReadContext,
  where: string,
  declared: DeclaredCrs,
  warnings: readonly CountedMessage[],
  notes: LayerNotes,
): Promise<ReadLayer> {
  const { code, part, spec, description, sourceName, encoding } = candidate;
  const file = join(context.pivot, pivotName(candidate));
  let fields: PlannedField[] = [];
  const decide: Decide = (columns) => {
    fields = planFields(candidate, columns, context.aliases);
    return fields.map(({ wanted }) => wanted);
  };
  const decoded = await decodeShapes(file, candidate, context, decide).catch((cause) => {
    throw new DatasetError('dataset.unreadable', where, { cause });
  });
  await rm(file);
  const features = (decoded.polygons ?? decoded.lines).featureStart.length - 1;
  if (features !== description.featureCount) {
    throw new DatasetError('dataset.unreadable', where, {
      detail: `应有 ${description.featureCount} 个要素，只读出 ${features} 个`,
    });
  }
  noteGeometry(notes, candidate, decoded, warnings);
  const columns = finishColumns(decoded, fields, notes);
  const known = {
    ...{ code, spec, sourceName, declared, columns },
    geometryType: description.geometryFields[0]!.type,
    ...(encoding !== undefined && { encoding }),
    fields: deliveredFields(fields, description.fields),
  };
  if (decoded.lines) {
    return { shapes: 'lines', layer: { ...known, lines: decoded.lines }, notes: notes.all };
  }
  const layer: DeliveredLayer = {
    ...known,
    part,
    polygons: decoded.polygons,
    openRings: Uint32Array.from(decoded.marks.openRings),
    curved: Uint32Array.from(decoded.marks.curved),
    foreign: Uint32Array.from(decoded.marks.foreign),
  };
  return { shapes: 'polygons', layer, notes: notes.all };
}

type DecodedShapes = Decoded &
  (
    | { readonly polygons: Polygons; readonly lines?: undefined }
    | { readonly polygons?: undefined; readonly lines: Polylines }
  );

function decodeShapes(
  file: string,
  { spec }: Candidate,
  { format }: ReadContext,
  decide: Decide,
): Promise<DecodedShapes> {
  if (spec.geometry === 'line') return decodeLines(file, decide);
  return decodeFlatGeobuf(file, format === 'FileGDB' || format === 'Shapefile', decide);
}

function pivotName({ code }: Candidate): string {
  return `${code}.fgb`;
}

async function writePivot(
  gdal: GdalProcess,
  candidate: Candidate,
  { virtualPivot, format }: ReadContext & { readonly virtualPivot: string },
): Promise<readonly CountedMessage[]> {
  const { dataset, description, sourceName } = candidate;
  // The driver writes even the header of an empty layer only when it has an index to write.
  const index = description.featureCount === 0 ? 'YES' : 'NO';
  const manyLayers = format === 'FileGDB' || format === 'GeoPackage';
  const written = await gdal.demand(
    {
      verb: 'translate',
      source: dataset,
      target: `${virtualPivot}/${pivotName(candidate)}`,
      options: [
        ...['-f', 'FlatGeobuf', '-lco', `SPATIAL_INDEX=${index}`],
        // A polygon without a single ring would crash the driver; a multipolygon without polygons does not.
        ...['-nlt', 'GEOMETRY', '-nlt', 'PROMOTE_TO_MULTI'],
        ...['-mapFieldType', listsAsText],
        ...(manyLayers ? [description.name] : []),
      ],
    },
    sourceName,
  );
  await gdal.demand({ verb: 'close', dataset: Number(written.result) }, sourceName);
  return written.messages.warnings;
}

function declaredCrs({ description }: Candidate, context: ReadContext, notes: LayerNotes): DeclaredCrs {
  const finding = identifyCrs(description.geometryFields[0]?.coordinateSystem?.projjson);
  if (finding.kind === 'known') {
    if (finding.vertical !== undefined) notes.add('dataset.crs-compound', '坐标系带有高程部分，只取平面部分');
    return { kind: 'known', crs: finding.crs, vertical: finding.vertical ?? null };
  }
  if (finding.kind === 'wgs84' && context.format === 'GeoJSON') {
    notes.add(
      'dataset.crs-wgs84',
      'GeoJSON 按规范是 WGS 84 经纬度，按 CGCS2000 使用；两者相差在分米以内，测量级精度的结论须以 CGCS2000 数据为准',
    );
    return { kind: 'known', crs: CGCS2000, vertical: null };
  }
  if (finding.kind === 'missing' && context.crs) {
    notes.add('dataset.crs-assumed', `没有声明坐标系，按指定的 ${context.crs.name} 读取`);
    return { kind: 'known', crs: context.crs, vertical: null };
  }
  return finding;
}

function noteGeometry(
  notes: LayerNotes,
  { description, spec }: Candidate,
  { counts, marks }: Decoded,
  warnings: readonly CountedMessage[],
): void {
  const type = description.geometryFields[0]!.type;
  const shape = spec.geometry === 'line' ? '线' : '面';
  const others = spec.geometry === 'line' ? '点、面等非线部分' : '点、线等非面部分';
  const dropped = /ZM$/.test(type) ? 'Z、M' : /[ZM]$/.exec(type)?.[0];
  if (dropped) notes.add('dataset.zm-dropped', `去掉了图形的 ${dropped} 值`);
  notes.count(
    'dataset.curves-linearised',
    marks.curved.length,
    (n) => `${n} 个图形含圆弧，按每 ${ARC_STEP_DEGREES}° 一段化为折线，偏离不超过半径的 0.004%`,
  );
  notes.count('dataset.empty-geometries', counts.empty, (n) => `${n} 个要素没有${shape}图形，保留为空`);
  notes.count(
    'dataset.collections-gathered',
    counts.collected,
    (n) => `${n} 个图形是几何集合，已取出其中的${shape}合为一个多${shape}`,
  );
  notes.count('dataset.foreign-parts-dropped', marks.foreign.length, (n) => `${n} 个图形含${others}，已去掉`);
  const total = (list: readonly CountedMessage[]) => list.reduce((sum, { count }) => sum + count, 0);
  notes.count(
    'dataset.short-rings',
    total(warnings.filter(({ text }) => SHORT_RING.test(text))),
    (n) =>
      `${n} 个图形有少于 4 点的环或异常的环，保留原样，按环的方向还原了其中 ${counts.holesRestored} 个内环`,
  );
  const told = warnings.filter(({ text }) => !SHORT_RING.test(text));
  notes.count(
    'dataset.gdal-warnings',
    total(told),
    (n) => `读取组件给出 ${n} 条警告：${told.map(({ text, count }) => `${text}（${count} 次）`).join('；')}`,
  );
}

function finishColumns(
  decoded: Decoded,
  fields: readonly PlannedField[],
  notes: LayerNotes,
): Map<string, Column> {
  const named = (which: (field: PlannedField) => boolean, show: (field: PlannedField) => string) =>
    fields.filter(which).map(show);
  const bySource = ({ source }: PlannedField) => source;
  notes.list(
    'dataset.personal-fields-dropped',
    named((f) => f.dropped === 'personal', bySource),
    (names) => `含个人信息的字段已丢弃，未读入：${names}`,
  );
  notes.list(
    'dataset.binary-fields-dropped',
    named((f) => f.dropped === 'binary', bySource),
    (names) => `二进制字段未读入：${names}`,
  );
  notes.list(
    'dataset.field-aliases',
    named(
      (f) => !f.dropped && f.spec !== undefined && f.source.trim().toUpperCase() !== f.target,
      (f) => `${f.source}→${f.target}`,
    ),
    (names) => `按别名识别的字段：${names}`,
  );
  const kept = fields.filter(({ dropped }) => !dropped);
  const columns = new Map<string, Column>();
  kept.forEach((field, i) => {
    const { column, normalised, notNumeric } = toColumn(decoded.columns[i]!, field.spec);
    columns.set(field.target, column);
    notes.count(
      'dataset.values-normalised',
      normalised,
      (n) => `字段 ${field.target} 有 ${n} 个值已规范写法（去掉补位的零或空格、统一日期），原值保留`,
    );
    notes.count(
      'dataset.not-numeric',
      notNumeric,
      (n) => `数值字段 ${field.target} 有 ${n} 个值不是数字，按文本读取`,
    );
  });
  return columns;
}
