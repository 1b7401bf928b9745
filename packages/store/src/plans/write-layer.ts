import { featureBox, featureCount } from '@tuheng/geometry';
import type { Layer } from '@tuheng/standard';
import { CopyWriter } from '../database/copy-format.ts';
import type { Session } from '../database/database.ts';
import { FeatureMarks } from './feature-marks.ts';
import { FeatureEncoder, type Fields, type LayerHead } from './layer-content.ts';

/** Bytes of one COPY: large enough to be fast, small enough for memory. */
const BATCH = 48 << 20;

/** Opens a layer in the version in the making. */
export async function openLayer(
  session: Session,
  { code, epsg, fields }: LayerHead,
  place: {
    readonly plan: number;
    readonly version: number;
    readonly position: number;
    readonly sourceName: string;
  },
): Promise<number> {
  const [row] = await session.query<{ id: number }>(
    `INSERT INTO layer (plan, code, position, source_name, epsg, fields, opened)
     VALUES ($1, $2, $3, $4, $5, $6::json, $7) RETURNING id`,
    [place.plan, code, place.position, place.sourceName, epsg, JSON.stringify(fields), place.version],
  );
  return row!.id;
}

/**
 * Adds features of a layer to the version in the making, numbered from `firstId` on.
 *
 * @param rows which features; all where not given
 * @param numbers BSM of each row in place of its own
 */
export async function writeFeatures(
  session: Session,
  source: Layer,
  fields: Fields,
  place: { readonly layer: number; readonly version: number; readonly firstId: number },
  rows?: readonly number[],
  numbers?: readonly (string | null)[],
): Promise<FeatureMarks> {
  const n = rows?.length ?? featureCount(source.polygons);
  const encoder = new FeatureEncoder(source, fields);
  const marks = new FeatureMarks();
  let writer: CopyWriter | undefined;
  for (let i = 0; i < n; i++) {
    const f = rows ? rows[i]! : i;
    const { attributes, geometry, digest, bsm: own } = encoder.encode(f);
    const bsm = numbers ? numbers[i]! : own;
    marks.add(digest, bsm);
    writer ??= new CopyWriter(1 << 20);
    writer.row(8);
    writer.int4(place.layer);
    writer.int4(place.firstId + i);
    writer.int4(place.version);
    const box = featureBox(source.polygons, f);
    // A shape of nothing, or of values that are no numbers, has no place.
    if (box.every(Number.isFinite)) writer.box(box);
    else writer.null();
    if (bsm === null) writer.null();
    else writer.bytes(Buffer.from(bsm, 'utf8'));
    writer.bytes(digest);
    writer.bytes(attributes);
    writer.bytes(geometry);
    if (writer.length >= BATCH || i === n - 1) {
      await session.copyIn(
        'feature (layer, id, opened, box, bsm, digest, attributes, geometry)',
        writer.finish(),
      );
      writer = undefined;
    }
  }
  return marks;
}
