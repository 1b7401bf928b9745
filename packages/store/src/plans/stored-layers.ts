import type { Row, Session } from '../database/database.ts';
import { type ContentDigests, type Fields, type LayerHead, planDigests } from './layer-content.ts';

/** A layer of a plan as it stands in the database. A change of its fields or its CRS makes another one. */
export interface StoredLayer extends LayerHead {
  readonly id: number;
  readonly position: number;
  readonly sourceName: string;
}

/** The layers of one version, in the order of the file. */
export async function layersOf(session: Session, plan: number, version: number): Promise<StoredLayer[]> {
  const rows = await session.query<
    { id: number; code: string; position: number; source_name: string; epsg: number; fields: Fields } & Row
  >(
    `SELECT l.id, l.code, l.position, l.source_name, l.epsg, l.fields FROM layer l
     WHERE l.plan = $1 AND l.opened <= $2
       AND NOT EXISTS (SELECT FROM layer_end e WHERE e.layer = l.id AND e.version <= $2)
     ORDER BY l.position, l.id`,
    [plan, version],
  );
  return rows.map(({ source_name: sourceName, ...layer }) => ({ ...layer, sourceName }));
}

/**
 * FROM and WHERE of the features of a layer that stand in a version. Numbers only, so that COPY can have it. `NOT IN` is hashed once; of `NOT
 * EXISTS` the planner, which PGlite never tells how many rows there are, once made loops of hundreds of millions of steps.
 */
export function standing(layer: number, version: number): string {
  return `FROM feature f WHERE f.layer = ${layer} AND f.opened <= ${version}
    AND f.id NOT IN (SELECT e.feature FROM feature_end e WHERE e.layer = ${layer} AND e.version <= ${version})`;
}

/** The condition for few features, which are looked up one by one. */
export function notEnded(version: number): string {
  return `NOT EXISTS (SELECT FROM feature_end e WHERE e.layer = f.layer AND e.feature = f.id AND e.version <= ${version})`;
}

/** What the database says that a version holds. */
export interface StoredContent extends ContentDigests {
  readonly features: number;
}

/** The digest of `feature f` computed anew in the database, as `FeatureEncoder` does it. */
export const computedDigest = String.raw`sha256(convert_to(f.attributes::text, 'UTF8') || '\x00'::bytea || f.geometry)`;

/**
 * Computes the digests of a version from its features.
 *
 * @param digest `stored` trusts the digest that was stored with each feature, `computed` does not
 */
export async function storedContent(
  session: Session,
  plan: number,
  version: number,
  digest: 'stored' | 'computed' = 'stored',
): Promise<StoredContent> {
  const layers: { head: StoredLayer; digests: ContentDigests }[] = [];
  let features = 0;
  for (const head of await layersOf(session, plan, version)) {
    const [row] = await session.query<{ n: number; content: Uint8Array; unnumbered: Uint8Array }>(
      `SELECT count(*)::int AS n,
         sha256(coalesce(string_agg(m.mark, ''::bytea ORDER BY m.mark), ''::bytea)) AS content,
         sha256(coalesce(string_agg(substr(m.mark, 1, 32), ''::bytea ORDER BY m.mark), ''::bytea)) AS unnumbered
       FROM (SELECT ${digest === 'stored' ? 'f.digest' : computedDigest} || convert_to(coalesce(f.bsm, ''), 'UTF8') AS mark ${standing(head.id, version)}) m`,
    );
    const { n, content, unnumbered } = row!;
    layers.push({ head, digests: { content: Buffer.from(content), unnumbered: Buffer.from(unnumbered) } });
    features += n;
  }
  return { ...planDigests(layers), features };
}

/** Features of one row of `featureBlocks`: enough that rows cost nothing, few enough for the gigabyte that PostgreSQL allows a value. */
const BLOCK = 512;

/**
 * The features that a FROM and WHERE give (of `feature f`), in blocks, as `decodeLayers` reads them: by layer and number. A block is one row of
 * numbers, BSMs and attributes as JSON without brackets, and shapes one after the other. A row for every feature takes PGlite twice as long.
 */
export function featureBlocks(from: string): string {
  return `SELECT f.layer, string_agg(int4send(f.id), ''::bytea), string_agg(coalesce(to_json(f.bsm)::text, 'null'), ','),
      string_agg(f.attributes::text, ','), string_agg(f.geometry, ''::bytea)
    FROM (SELECT f.* ${from} ORDER BY f.layer, f.id) f GROUP BY f.layer, f.id / ${BLOCK} ORDER BY f.layer, f.id / ${BLOCK}`;
}

/** A layer of a version, how many features it has, and where they lie. */
export interface LayerTotal extends LayerHead {
  readonly features: number;
  /** Around all that have a place, in the layer's coordinates; null where none has. */
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number] | null;
}

export async function layerTotals(
  session: Session,
  { plan, number }: { readonly plan: number; readonly number: number },
): Promise<LayerTotal[]> {
  const totals: LayerTotal[] = [];
  for (const { id, code, epsg, fields } of await layersOf(session, plan, number)) {
    // The first corner of a `box` is the upper right one.
    const [row] = await session.query<Record<'n' | 'x0' | 'y0' | 'x1' | 'y1', number | null>>(
      `SELECT count(*)::int AS n, min((f.box[1])[0]) AS x0, min((f.box[1])[1]) AS y0, max((f.box[0])[0]) AS x1, max((f.box[0])[1]) AS y1
       ${standing(id, number)}`,
    );
    const { n, x0, y0, x1, y1 } = row!;
    totals.push({ code, epsg, fields, features: n!, box: x0 === null ? null : [x0, y0!, x1!, y1!] });
  }
  return totals;
}
