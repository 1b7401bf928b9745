import { type Job, LEAST_AREA } from '../kernels.ts';

/** Statements that are timed, and what clears up after them. Rows are JSON objects that make up the answer. */
export interface Script {
  readonly statements: readonly string[];
  readonly after: readonly string[];
}

type Scripts = Readonly<Record<Job, (a: string, b: string) => Script>>;

const overlay = (a: string, b: string): string => `
  SELECT json_build_object('pairs', count(*) FILTER (WHERE area > ${LEAST_AREA}), 'area', sum(area))
  FROM (
    SELECT a.id, b.id, ST_Area(ST_Intersection(a.geom, b.geom)) AS area
    FROM ${a} a JOIN ${b} b ON ST_Intersects(a.geom, b.geom)
  ) pair;`;

/** Pieces of each feature of `from` outside all of `other`. */
const outside = (way: 'out' | 'in', from: string, other: string): string => `
  SELECT json_build_object('${way}Pieces', count(*), '${way}Area', coalesce(sum(ST_Area(piece)), 0))
  FROM (
    SELECT (ST_Dump(CASE WHEN covered IS NULL THEN geom ELSE ST_Difference(geom, covered) END)).geom AS piece
    FROM (
      SELECT f.geom, (SELECT ST_Union(o.geom) FROM ${other} o WHERE ST_Intersects(f.geom, o.geom)) AS covered
      FROM ${from} f
    ) feature
  ) dumped
  WHERE ST_Area(piece) > ${LEAST_AREA};`;

const matrix = (a: string, b: string, identical = ''): string => `
  SELECT json_build_object('cells', count(*) FILTER (WHERE area > ${LEAST_AREA}), 'sharedArea', sum(area),
    'reclassifiedArea', coalesce(sum(area) FILTER (WHERE before <> after), 0))
  FROM (
    SELECT before, after, sum(area) AS area
    FROM (
      SELECT a.code AS before, b.code AS after, ST_Area(ST_Intersection(a.geom, b.geom)) AS area
      FROM ${a} a JOIN ${b} b ON ST_Intersects(a.geom, b.geom)
      ${identical}
    ) pair
    GROUP BY 1, 2
  ) cell;`;

const change = (a: string, b: string): string[] => [outside('out', a, b), outside('in', b, a), matrix(a, b)];

const coverage = (layer: string): string[] => [
  `SELECT json_build_object('overlaps', count(*), 'overlapArea', coalesce(sum(area), 0))
  FROM (
    SELECT ST_Area(ST_Intersection(a.geom, b.geom)) AS area
    FROM ${layer} a JOIN ${layer} b ON a.id < b.id AND ST_Overlaps(a.geom, b.geom)
  ) pair
  WHERE area > ${LEAST_AREA};`,
  `SELECT json_build_object('gaps', count(*), 'gapArea', coalesce(sum(ST_Area(hole)), 0))
  FROM (
    SELECT (ring).geom AS hole
    FROM (SELECT ST_DumpRings((ST_Dump(ST_Union(geom))).geom) AS ring FROM ${layer}) dumped
    WHERE (ring).path[1] > 0
  ) gap
  WHERE ST_Area(hole) > ${LEAST_AREA};`,
  `SELECT json_build_object('invalid', count(*)) FROM ${layer} WHERE NOT ST_IsValid(geom);`,
];

/** What a GIS engineer writes: joins on the index, one expression a question. */
export const plain: Scripts = {
  overlay: (a, b) => ({ statements: [overlay(a, b)], after: [] }),
  change: (a, b) => ({ statements: change(a, b), after: [] }),
  coverage: (layer) => ({ statements: coverage(layer), after: [] }),
};

/** Features of `from` whose bytes are not those of a feature of `other`, as an indexed table. */
const rest = (name: string, from: string, other: string): string[] => [
  `CREATE UNLOGGED TABLE ${name} AS SELECT f.* FROM ${from} f
    LEFT JOIN ${other} o ON md5(ST_AsBinary(f.geom)) = md5(ST_AsBinary(o.geom)) WHERE o.id IS NULL;`,
  `CREATE INDEX ON ${name} USING gist (geom);`,
  `ANALYZE ${name};`,
];

/**
 * The same after identical geometries were dropped by a join on the digest of their bytes. The inputs write equal shapes with equal
 * bytes, so the join finds all of them, which real deliveries do not always allow.
 */
export const pruned: Scripts = {
  ...plain,
  change: (a, b) => ({
    statements: [
      ...rest('rest_a', a, b),
      ...rest('rest_b', b, a),
      outside('out', 'rest_a', 'rest_b'),
      outside('in', 'rest_b', 'rest_a'),
      matrix(
        'rest_a',
        'rest_b',
        `UNION ALL SELECT a.code, b.code, ST_Area(a.geom)
      FROM ${a} a JOIN ${b} b ON md5(ST_AsBinary(a.geom)) = md5(ST_AsBinary(b.geom))`,
      ),
    ],
    after: ['SET client_min_messages = warning;', 'DROP TABLE IF EXISTS rest_a, rest_b;'],
  }),
};
