import { CopyReader } from '../database/copy-format.ts';
import type { Session } from '../database/database.ts';
import { FeatureMarks } from './feature-marks.ts';
import { type ContentDigests, layerDigests, planDigests } from './layer-content.ts';
import { layersOf } from './stored-layers.ts';
import { versionBlocks } from './version-blocks.ts';

/** What the database says that a version holds. */
export interface StoredContent extends ContentDigests {
  readonly features: number;
}

/** The digest of `feature f` computed anew in the database, as `FeatureEncoder` does it. */
export const computedDigest = String.raw`sha256(convert_to(f.attributes::text, 'UTF8') || '\x00'::bytea || f.geometry)`;

/**
 * Computes the digests of a version from its features. They are sorted here: a database takes several times as long.
 *
 * @param digest `stored` trusts the digest that was stored with each feature, `computed` does not
 */
export async function storedContent(
  session: Session,
  version: { readonly plan: number; readonly number: number; readonly lastFeature: number },
  digest: 'stored' | 'computed' = 'stored',
): Promise<StoredContent> {
  const layers = await layersOf(session, version.plan, version.number);
  const marks = new Map(layers.map(({ id }) => [id, new FeatureMarks()]));
  const blocks = versionBlocks(session, layers, version, (from) =>
    markBlocks(digest === 'stored' ? 'f.digest' : computedDigest, from),
  );
  for await (const bytes of blocks) {
    const reader = new CopyReader(bytes);
    while (reader.next()) addMarks(marks.get(reader.int4())!, reader);
  }
  const contents = layers.map((head) => ({ head, digests: layerDigests(marks.get(head.id)!) }));
  const features = [...marks.values()].reduce((sum, { length }) => sum + length, 0);
  return { ...planDigests(contents), features };
}

/** By layer, the marks of features one after the other and the bytes of each. */
function markBlocks(digest: string, from: string): string {
  return `SELECT m.layer, string_agg(int4send(octet_length(m.mark)), ''::bytea), string_agg(m.mark, ''::bytea)
    FROM (SELECT f.layer, ${digest} || convert_to(coalesce(f.bsm, ''), 'UTF8') AS mark ${from}) m GROUP BY m.layer`;
}

function addMarks(marks: FeatureMarks, reader: CopyReader): void {
  const [sizes, bytes] = [reader.bytes(), reader.bytes()];
  let from = 0;
  for (let at = 0; at < sizes.length; at += 4) {
    const to = from + sizes.readInt32BE(at);
    marks.addMark(bytes.subarray(from, to));
    from = to;
  }
}
