import type { Row, Session } from '../database/database.ts';
import type { Fields, LayerHead } from './layer-content.ts';

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
 * FROM and WHERE of the features of layers that stand in a version. Numbers only, so that COPY can have it. `NOT IN` is hashed once; of `NOT EXISTS`
 * the planner, which PGlite never tells how many rows there are, once made loops of hundreds of millions of steps.
 *
 * @param span of the features' numbers: from `first`, without a `last` all after it
 */
export function standing(
  layers: readonly number[],
  version: number,
  span?: { readonly first: number; readonly last: number | undefined },
): string {
  const within = (column: string): string =>
    (span ? ` AND ${column} >= ${span.first}` : '') +
    (span?.last === undefined ? '' : ` AND ${column} <= ${span.last}`);
  return `FROM feature f WHERE f.layer IN (${layers})${within('f.id')} AND f.opened <= ${version}
    AND (f.layer, f.id) NOT IN
      (SELECT e.layer, e.feature FROM feature_end e WHERE e.layer IN (${layers})${within('e.feature')} AND e.version <= ${version})`;
}

/** The condition for few features, which are looked up one by one: OFFSET keeps the planner from hashing all ends there are for them. */
export function notEnded(version: number): string {
  return `NOT EXISTS (SELECT FROM feature_end e WHERE e.layer = f.layer AND e.feature = f.id AND e.version <= ${version} OFFSET 0)`;
}

/** Features of one row of `featureBlocks`: enough that rows cost nothing, few enough for the gigabyte that PostgreSQL allows a value. */
const BLOCK = 2048;

/**
 * The features that a FROM and WHERE give (of `feature f`), in blocks, as `decodeLayers` reads them: by layer and number. A block is one row of
 * numbers, BSMs and attributes as JSON without brackets, and shapes one after the other. A row for every feature takes PGlite twice as long.
 */
export function featureBlocks(from: string): string {
  return `SELECT f.layer, string_agg(int4send(f.id), ''::bytea), string_agg(coalesce(to_json(f.bsm)::text, 'null'), ','),
      string_agg(f.attributes::text, ','), string_agg(f.geometry, ''::bytea)
    FROM (SELECT f.layer, f.id, f.bsm, f.attributes, f.geometry ${from} ORDER BY f.layer, f.id) f GROUP BY f.layer, f.id / ${BLOCK} ORDER BY f.layer, f.id / ${BLOCK}`;
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
       ${standing([id], number)}`,
    );
    const { n, x0, y0, x1, y1 } = row!;
    totals.push({ code, epsg, fields, features: n!, box: x0 === null ? null : [x0, y0!, x1!, y1!] });
  }
  return totals;
}
