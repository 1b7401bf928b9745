import {
  ellipsoidAreaMeasure,
  featureBox,
  featureCount,
  type Overlay,
  type Polygons,
  reprojectPolygons,
} from '@tuheng/geometry';
import { type Crs, crsOf, zoneOf } from '@tuheng/standard';
import type { Session } from '../database/database.ts';

/** Ground that a feature of before shares with one of after. */
export interface SharedGround {
  /** Places in the two lists. */
  readonly from: number;
  readonly to: number;
  /** m² by the national ellipsoid formula. */
  readonly area: number;
}

/** Every pair of features that share more than `tolerance` m². Features that are no valid polygons are read by the even-odd rule. */
export function sharedGround(
  before: Polygons,
  after: Polygons,
  crs: Crs,
  overlay: Overlay,
  tolerance: number,
): SharedGround[] {
  if (featureCount(before) === 0 || featureCount(after) === 0) return [];
  const plane = planeOf(crs, before);
  const [a, b] = [before, after].map((p) => overlay.repair(reprojectPolygons(p, crs, plane)).polygons);
  const measure = ellipsoidAreaMeasure(crs.kind === 'gauss-kruger' ? plane : crs, plane);
  const { left, right, values } = overlay.shares(a!, b!, [measure]);
  const found: SharedGround[] = [];
  for (let k = 0; k < left.length; k++) {
    const area = values[0]![k]!;
    if (area > tolerance) found.push({ from: left[k]!, to: right[k]!, area });
  }
  return found;
}

/** The layer's own plane, or that of the zone in which its first features lie. */
function planeOf(crs: Crs, polygons: Polygons): Crs {
  if (crs.kind === 'gauss-kruger') return crs;
  for (let f = 0; f < featureCount(polygons); f++) {
    const [minX, , maxX] = featureBox(polygons, f);
    if (Number.isFinite(minX)) return crsOf(4509 + zoneOf((minX + maxX) / 2)) ?? crs;
  }
  return crs;
}

export interface LineageRow {
  readonly fromLayer: number;
  readonly from: number;
  readonly toLayer: number;
  readonly to: number;
  readonly area: number | null;
}

export async function writeLineage(
  session: Session,
  plan: number,
  version: number,
  rows: readonly LineageRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await session.query(
    `INSERT INTO lineage (plan, version, from_layer, from_feature, to_layer, to_feature, area)
     SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::float8[])`,
    [
      plan,
      version,
      rows.map(({ fromLayer }) => fromLayer),
      rows.map(({ from }) => from),
      rows.map(({ toLayer }) => toLayer),
      rows.map(({ to }) => to),
      rows.map(({ area }) => area),
    ],
  );
}
